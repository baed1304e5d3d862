// The ordinary words of a renovation in three languages, so that "Fliesen" finds "Tiles" and "the plumber" finds Miller Plumbing.
import type { Lang } from './languages.ts';

/** `work` is a step's kind of name, `trade` who does it, `thing` what is bought, `room` where; `deed` is done in tasks. */
export type ConceptKind = 'work' | 'trade' | 'thing' | 'room' | 'deed';

export interface Concept {
  readonly id: string;
  readonly kind: ConceptKind;
  /** The work that a trade does, or that a thing is the stuff of. */
  readonly of?: string;
  readonly words: Readonly<Record<Lang, readonly string[]>>;
  /** Of deeds: the words that say that it is done. */
  readonly past?: Readonly<Record<Lang, readonly string[]>>;
}

const list = (words: string): readonly string[] => words.split(' ').filter((word) => word !== '');

/** Words of one language are parted by spaces; "_" stands for a space within one. */
type Line = readonly [id: string, en: string, de: string, es: string, of?: string];

const WORKS: readonly Line[] = [
  ['planning', 'planning', 'planung planen', 'planificacion planeamiento'],
  ['design', 'design', 'entwurf gestaltung', 'diseño'],
  [
    'demolition',
    'demolition demo demolishing teardown',
    'abbruch abriss abrissarbeiten abbrucharbeiten rückbau demontage',
    'demolición derribo demoliciones',
  ],
  ['strip-out', 'strip-out stripping stripout', 'entkernung entkernen ausräumen', 'desmontaje vaciado'],
  [
    'plumbing',
    'plumbing pipework',
    'sanitär sanitärarbeiten sanitärinstallation installation klempnerarbeiten klempnerei wasserinstallation installateurarbeiten',
    'fontanería plomería',
  ],
  [
    'electrics',
    'electrics electrical electricals electric electricity wiring rewiring',
    'elektrik elektro elektroarbeiten elektroinstallation elektrikarbeiten strom verkabelung',
    'electricidad eléctrica eléctrico cableado',
  ],
  ['heating', 'heating', 'heizung heizungsbau heizungsarbeiten', 'calefacción'],
  [
    'plastering',
    'plastering rendering',
    'verputzen putzarbeiten verputzarbeiten putz verputz gipsarbeiten spachteln',
    'enlucido enyesado revoque yeso',
  ],
  ['drywall', 'drywall drylining', 'trockenbau', 'tabiquería pladur'],
  [
    'floor',
    'floor flooring floors',
    'boden fußboden bodenbelag bodenbeläge bodenlegen bodenarbeiten böden',
    'suelo suelos piso pavimento solado',
  ],
  [
    'cabinets',
    'cabinets cabinet cupboards cupboard cabinetry',
    'schränke küchenschränke schrank küchenmöbel einbauschränke',
    'armarios armario muebles',
  ],
  ['worktop', 'worktop worktops countertop countertops counter', 'arbeitsplatte arbeitsplatten', 'encimera encimeras'],
  ['tiling', 'tiling', 'fliesenlegen fliesenarbeiten verfliesen fliesenverlegung', 'alicatado azulejado alicatar'],
  ['painting', 'painting decorating', 'streichen malerarbeiten malern anstrich malerei', 'pintado pintar pintura'],
  ['appliances', 'appliances appliance', 'geräte elektrogeräte haushaltsgeräte küchengeräte', 'electrodomésticos'],
  [
    'snagging',
    'snagging snags',
    'mängelbeseitigung restarbeiten mängel nacharbeiten mängelliste',
    'repasos remates acabados',
  ],
  ['cleaning', 'cleaning', 'reinigung endreinigung putzen', 'limpieza'],
  ['shower', 'shower', 'dusche', 'ducha'],
  ['bathtub', 'bathtub tub', 'badewanne wanne', 'bañera'],
  ['windows', 'window windows', 'fenster', 'ventana ventanas'],
  ['doors', 'door doors', 'tür türen', 'puerta puertas'],
  ['insulation', 'insulation insulating', 'dämmung isolierung', 'aislamiento'],
  ['roofing', 'roofing roof', 'dach dacharbeiten dachdecken', 'tejado techado cubierta'],
  ['waterproofing', 'waterproofing', 'abdichtung abdichten', 'impermeabilización'],
  ['masonry', 'masonry brickwork bricklaying', 'maurerarbeiten mauern', 'albañilería'],
  [
    'joinery',
    'joinery carpentry',
    'schreinerarbeiten tischlerarbeiten schreinerei tischlerei',
    'carpintería ebanistería',
  ],
  ['screed', 'screed', 'estrich', 'solera recrecido'],
  ['wallpaper', 'wallpaper wallpapering', 'tapete tapezieren tapeten', 'papel_pintado empapelado'],
  ['furniture', 'furniture', 'möbel', 'mobiliario'],
  ['preparation', 'preparation prep', 'vorbereitung', 'preparación'],
];

const TRADES: readonly Line[] = [
  [
    'plumber',
    'plumber plumbers',
    'klempner klempnerin installateur installateurin',
    'fontanero fontanera plomero',
    'plumbing',
  ],
  ['electrician', 'electrician electricians sparky', 'elektriker elektrikerin', 'electricista', 'electrics'],
  [
    'joiner',
    'joiner carpenter cabinetmaker',
    'schreiner schreinerin tischler tischlerin',
    'carpintero carpintera ebanista',
    'joinery',
  ],
  ['tiler', 'tiler', 'fliesenleger fliesenlegerin', 'alicatador azulejista', 'tiling'],
  ['painter', 'painter decorator', 'maler malerin', 'pintor pintora', 'painting'],
  ['plasterer', 'plasterer', 'verputzer gipser stuckateur', 'yesero enyesador', 'plastering'],
  ['roofer', 'roofer', 'dachdecker', 'tejador techador', 'roofing'],
  ['floorer', 'floorer floorlayer', 'bodenleger', 'solador parquetista', 'floor'],
  ['mason', 'mason bricklayer builder', 'maurer', 'albañil', 'masonry'],
  ['heater', 'heating_engineer', 'heizungsbauer', 'calefactor', 'heating'],
];

const THINGS: readonly Line[] = [
  ['tile', 'tile tiles', 'fliese fliesen kacheln', 'azulejo azulejos baldosa baldosas', 'tiling'],
  ['paint', 'paint', 'farbe farben wandfarbe', 'pintura', 'painting'],
  ['plaster', 'plaster', 'gips', 'escayola', 'plastering'],
  ['pipe', 'pipe pipes', 'rohr rohre leitungen', 'tubería tuberías tubo tubos cañerías'],
  ['sample', 'sample samples', 'muster probe proben farbmuster', 'muestra muestras'],
  ['deposit', 'deposit downpayment', 'anzahlung', 'depósito anticipo señal adelanto'],
  ['skip', 'skip', 'container schuttcontainer', 'contenedor'],
  ['hire', 'hire rental', 'miete', 'alquiler'],
  ['oak', 'oak', 'eiche eichenholz', 'roble'],
  ['beech', 'beech', 'buche', 'haya'],
  ['walnut', 'walnut', 'nussbaum', 'nogal'],
  ['quartz', 'quartz', 'quarz', 'cuarzo'],
  ['laminate', 'laminate', 'laminat schichtstoff', 'laminado'],
  ['granite', 'granite', 'granit', 'granito'],
  ['marble', 'marble', 'marmor', 'mármol'],
  ['steel', 'steel', 'stahl edelstahl', 'acero'],
  ['wood', 'wood timber', 'holz', 'madera'],
  ['glass', 'glass', 'glas', 'cristal vidrio'],
  ['material', 'material', 'material', 'material'],
  ['sink', 'sink', 'spüle spülbecken', 'fregadero'],
  ['tap', 'tap faucet', 'armatur wasserhahn', 'grifo'],
  ['colour', 'colour color', 'farbton', 'color'],
  ['brush', 'brush brushes', 'pinsel', 'brocha brochas pincel'],
  ['boiler', 'boiler', 'heizkessel therme', 'caldera'],
  ['radiator', 'radiator radiators', 'heizkörper', 'radiador radiadores'],
  ['lamp', 'lamp lamps light lights', 'lampe lampen leuchten', 'lámpara lámparas luz luces'],
  ['toilet', 'toilet loo', 'toilette klo', 'inodoro váter'],
  ['wall', 'wall walls', 'wand wände', 'pared paredes'],
  ['ceiling', 'ceiling', 'decke', 'techo'],
  ['mirror', 'mirror', 'spiegel', 'espejo'],
  ['handle', 'handle handles knobs', 'griff griffe', 'tirador tiradores pomo pomos'],
];

const ROOMS: readonly Line[] = [
  ['kitchen', 'kitchen kitchens', 'küche', 'cocina'],
  ['bathroom', 'bathroom bath bathrooms', 'bad badezimmer', 'baño aseo'],
  ['upstairs', 'upstairs', 'oben obergeschoss', 'arriba'],
  ['guest', 'guest', 'gäste gast', 'invitados'],
  ['bedroom', 'bedroom', 'schlafzimmer', 'dormitorio'],
  ['livingroom', 'living lounge', 'wohnzimmer', 'salón'],
  ['hallway', 'hallway hall', 'flur diele', 'pasillo recibidor'],
];

/** A deed's forms that tell of the future or call for it, and those that say that it is done. */
type Deed = readonly [id: string, en: string, enPast: string, de: string, dePast: string, es: string, esPast: string];

const DEEDS: readonly Deed[] = [
  [
    'order',
    'order',
    'ordered',
    'bestellen',
    'bestellt',
    'pedir encargar',
    'pedido pedida pedidos pedidas encargado encargada encargados encargadas pedí encargué',
  ],
  [
    'measure',
    'measure',
    'measured',
    'messen ausmessen vermessen abmessen',
    'gemessen ausgemessen abgemessen vermessen',
    'medir',
    'medido medida medidos medidas medí midió',
  ],
  [
    'buy',
    'buy',
    'bought purchased',
    'kaufen besorgen',
    'gekauft besorgt',
    'comprar',
    'comprado comprada comprados compradas compré compró',
  ],
  ['call', 'call ring phone', 'called rang phoned', 'anrufen', 'angerufen', 'llamar', 'llamado llamada llamé llamó'],
  [
    'clean',
    'clean',
    'cleaned',
    'reinigen putzen',
    'gereinigt geputzt',
    'limpiar',
    'limpiado limpiada limpia limpié limpió',
  ],
  [
    'choose',
    'choose pick select',
    'chose chosen picked selected',
    'aussuchen wählen auswählen',
    'ausgesucht gewählt ausgewählt',
    'elegir escoger',
    'elegido elegida elegidos elegí escogido',
  ],
  ['book', 'book', 'booked', 'buchen', 'gebucht', 'reservar', 'reservado reservada reservé'],
  [
    'send',
    'send',
    'sent',
    'schicken senden',
    'geschickt gesendet',
    'enviar mandar',
    'enviado enviada mandado mandada envié',
  ],
  [
    'pick-up',
    'collect fetch',
    'collected fetched',
    'abholen holen',
    'abgeholt geholt',
    'recoger',
    'recogido recogida recogidos recogí',
  ],
  [
    'check',
    'check inspect',
    'checked inspected',
    'prüfen kontrollieren',
    'geprüft kontrolliert',
    'revisar comprobar',
    'revisado revisada comprobado revisé',
  ],
  ['hang', 'hang', 'hung', 'aufhängen', 'aufgehängt', 'colgar', 'colgado colgada colgué'],
  ['find', 'find', 'found', 'finden suchen', 'gefunden', 'encontrar buscar', 'encontrado encontrada encontré'],
  ['get', 'get', 'got', 'holen', 'geholt', 'conseguir', 'conseguido conseguida conseguí'],
  ['write', 'write', 'wrote written', 'schreiben', 'geschrieben', 'escribir', 'escrito escrita escribí'],
  ['ask', 'ask', 'asked', 'fragen', 'gefragt', 'preguntar', 'preguntado pregunté'],
  ['bring', 'bring', 'brought', 'bringen', 'gebracht', 'traer', 'traído traída traje trajo'],
  ['sweep', 'sweep', 'swept', 'fegen kehren', 'gefegt gekehrt', 'barrer', 'barrido barrida barrí'],
  [
    'clear',
    'clear empty',
    'cleared emptied',
    'räumen ausräumen leeren',
    'geräumt ausgeräumt geleert',
    'vaciar despejar',
    'vaciado vaciada vacié',
  ],
  ['take', 'take', 'took taken', 'nehmen', 'genommen', 'llevar', 'llevado llevada'],
  ['remove', 'remove', 'removed', 'entfernen', 'entfernt', 'quitar', 'quitado quitada quité'],
  [
    'fix',
    'fix repair mend',
    'fixed repaired mended',
    'reparieren richten',
    'repariert gerichtet',
    'arreglar reparar',
    'arreglado arreglada reparado arreglé',
  ],
  ['seal', 'seal', 'sealed', 'abdichten versiegeln', 'abgedichtet versiegelt', 'sellar', 'sellado sellada sellé'],
  ['sand', 'sand', 'sanded', 'schleifen', 'geschliffen', 'lijar', 'lijado lijada lijé'],
  [
    'cancel',
    'cancel',
    'cancelled canceled',
    'absagen kündigen',
    'abgesagt gekündigt',
    'cancelar',
    'cancelado cancelada cancelé',
  ],
];

const concept =
  (kind: ConceptKind) =>
  ([id, en, de, es, of]: Line): Concept => ({
    id,
    kind,
    ...(of === undefined ? {} : { of }),
    words: { en: list(en), de: list(de), es: list(es) },
  });

export const GLOSSARY: readonly Concept[] = [
  ...WORKS.map(concept('work')),
  ...TRADES.map(concept('trade')),
  ...THINGS.map(concept('thing')),
  ...ROOMS.map(concept('room')),
  ...DEEDS.map(([id, en, enPast, de, dePast, es, esPast]): Concept => ({
    id,
    kind: 'deed',
    words: { en: list(en), de: list(de), es: list(es) },
    past: { en: list(enPast), de: list(dePast), es: list(esPast) },
  })),
];
