// Under which name a picture stands in a report: the same photo is printed whole, and cropped beside its pair.
import type { Crop } from '../../../domain/pictures/common-view.ts';
import type { ReportPhoto } from '../../../domain/report/journey-report.ts';

export const pictureName = ({ key }: Pick<ReportPhoto, 'key'>, { left, top, width, height }: Crop): string =>
  [key, left, top, width, height].join(' ');
