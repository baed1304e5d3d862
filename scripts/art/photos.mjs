// The photos of the sample journey: which shot, when, at which step, and what the person wrote under it.
// `light` darkens (under 1) or brightens a picture afterwards; the old kitchen was a gloomier room.

export const photos = [
  { file: '01-before.jpg', shot: 'before-wide', light: 0.86, step: 'plan', takenAt: '2026-03-02T09:12:00', title: 'Before, from the door', caption: 'Last look at the old kitchen. Keep this spot for the after photo.' },
  { file: '02-before-cooker.jpg', shot: 'before-cooker', light: 0.84, step: 'plan', takenAt: '2026-03-02T09:15:30', title: 'Before, cooker corner', caption: 'Worktop is swollen at the joint; one socket for everything.' },
  { file: '03-demolition.jpg', shot: 'demolition', step: 'demolition', takenAt: '2026-03-10T16:41:00', title: 'Tiles off, plaster off', caption: 'Brick is sound. Skip is full, second one ordered for Thursday.' },
  { file: '04-plumbing.jpg', shot: 'plumbing', step: 'plumbing', takenAt: '2026-03-19T11:05:00', title: 'Pipes under the window', caption: 'Before the wall is closed: hot 66 cm, cold 58 cm, drain 48 cm above the screed.' },
  { file: '05-electrics.jpg', shot: 'electrics', step: 'electrics', takenAt: '2026-03-26T14:22:00', title: 'Sockets and cooker line', caption: 'Two double sockets right of the window, one low, cooker outlet in the corner.' },
  { file: '06-plaster.jpg', shot: 'plaster', step: 'plaster', takenAt: '2026-04-03T17:30:00', title: 'Fresh plaster', caption: 'Still damp in the corners. No paint before the 13th.' },
  { file: '07-tiling.jpg', shot: 'tiling', step: 'tiling', takenAt: '2026-04-17T10:48:00', title: 'Half the tiles are up', caption: '20 x 10 white, half offset, 3 mm joint.' },
  { file: '08-cabinets.jpg', shot: 'cabinets', step: 'cabinets', takenAt: '2026-05-04T15:10:00', title: 'Cabinets going in', caption: 'Carcasses are level. One front arrived scratched, reported.' },
  { file: '09-worktop.jpg', shot: 'worktop', step: 'worktop', takenAt: '2026-05-12T12:35:00', title: 'Oak worktop, cut-out for the sink', caption: 'Clamped overnight; oiling twice before the sink goes in.' },
  { file: '10-oven-plate.jpg', shot: 'plate', step: 'appliances', takenAt: '2026-05-18T18:04:00', title: 'Rating plate of the oven', caption: 'Behind the door, lower left. Needed for the warranty.' },
  { file: '11-finished.jpg', shot: 'finished-wide', step: 'finish', takenAt: '2026-05-29T10:02:00', title: 'Finished, from the door', caption: 'Same spot as the first photo.' },
  { file: '12-finished-cooker.jpg', shot: 'finished-cooker', step: 'finish', takenAt: '2026-05-29T10:06:00', title: 'Finished, cooker corner', caption: 'Punch list: one handle loose, silicone behind the tap.' },
];
