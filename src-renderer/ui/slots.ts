// The places where features plug in. app/slots.tsx fills them; features render them without knowing one another.
import type { Icon } from '@tabler/icons-react';
import { type ComponentType, createContext, useContext } from 'react';
import type { RecordId, RecordKey } from '../../domain/kernel/ids.ts';
import type { RecordOf, RecordType } from '../../domain/records/registry.ts';

type Journey = RecordOf<'journey'>;
type Step = RecordOf<'step'>;

/** A screen of its own, reached from the left rail; `label` is a key with its namespace, `search:rail`. */
export interface ScreenSlot {
  readonly id: string;
  readonly icon: Icon;
  readonly label: string;
  readonly component: ComponentType;
}

export interface JourneyTabSlot {
  readonly id: string;
  readonly icon: Icon;
  readonly label: string;
  readonly component: ComponentType<{ readonly journey: Journey }>;
}

/** What the right panel shows for a record of one of these types. */
export interface PanelSlot {
  readonly types: readonly RecordType[];
  readonly label: string;
  readonly component: ComponentType<{ readonly recordKey: RecordKey; readonly journey: Journey }>;
}

/** A further view of a journey's overview, beside Now. */
export interface OverviewViewSlot {
  readonly id: string;
  readonly label: string;
  readonly component: ComponentType<{ readonly journey: Journey }>;
}

export interface SettingsSlot {
  readonly id: string;
  readonly icon: Icon;
  readonly label: string;
  readonly component: ComponentType;
}

export interface ChatPhotosProps {
  /** Of photos and documents. */
  readonly keys: readonly RecordKey[];
  /** Two photos of one place each, the earlier first. */
  readonly pairs: readonly (readonly [RecordKey, RecordKey])[];
  /** With what was read or seen on them. */
  readonly analysed?: boolean;
}

export interface PickPhotoProps {
  readonly journey: RecordId;
  readonly title: string;
  readonly onPick: (photo: RecordKey) => void;
  readonly onClose: () => void;
}

export interface Slots {
  readonly screens: readonly ScreenSlot[];
  readonly tabs: readonly JourneyTabSlot[];
  readonly overviewViews: readonly OverviewViewSlot[];
  readonly panels: readonly PanelSlot[];
  readonly settings: readonly SettingsSlot[];
  /** Mounted as long as the store is open: drop target, reading queue, sync. They may render nothing. */
  readonly background: readonly ComponentType[];
  /** Further items of the journey's menu. */
  readonly journeyItems: readonly ComponentType<{ readonly journey: Journey }>[];
  /** At the foot of the rail: the sync state in words. Null shows "On this device". */
  readonly foot: ComponentType | null;
  /** Photos and documents within a step's panel. */
  readonly stepMedia: ComponentType<{ readonly step: Step; readonly journey: Journey }> | null;
  /** A step's costs, its research and its talk, within its panel. */
  readonly stepCosts: ComponentType<{ readonly step: Step; readonly journey: Journey }> | null;
  readonly stepResearch: ComponentType<{ readonly step: Step; readonly journey: Journey }> | null;
  readonly stepDecisions: ComponentType<{ readonly step: Step; readonly journey: Journey }> | null;
  readonly stepTalk: ComponentType<{ readonly step: Step; readonly journey: Journey }> | null;
  /** Photos and documents within a chat. */
  readonly chatPhotos: ComponentType<ChatPhotosProps> | null;
  /** Comments on a journey as a whole, within its talk. */
  readonly journeyComments: ComponentType<{ readonly journey: Journey }> | null;
  /** Within a chat: where a search of the web would go, and what came of one. */
  readonly webWhere: ComponentType | null;
  readonly webAnswer: ComponentType<{ readonly recordKey: RecordKey }> | null;
  /** Change orders with their signatures, beside the quotes they change; the payment schedule, beside the costs. */
  readonly changeOrders: ComponentType<{ readonly journey: Journey }> | null;
  readonly paymentSchedule: ComponentType<{ readonly journey: Journey }> | null;
  /** The receipt within a cost's panel. */
  readonly costReceipt: ComponentType<{ readonly cost: RecordOf<'cost'>; readonly journey: Journey }> | null;
  /** Within a cost's panel: whether what it bills is what was agreed. */
  readonly costCheck: ComponentType<{ readonly cost: RecordOf<'cost'>; readonly journey: Journey }> | null;
  /** One photo of the journey, chosen among all of them. */
  readonly pickPhoto: ComponentType<PickPhotoProps> | null;
  /** Buttons in a journey's header: export. */
  readonly journeyActions: readonly ComponentType<{ readonly journey: Journey }>[];
  /** On Home, below the cards: all of them in one table. */
  readonly allJourneys: ComponentType<{ readonly journeys: readonly Journey[] }> | null;
  /** Home without a journey: "Look round a sample kitchen" and "Join with a code" bring their own component. */
  readonly welcomeActions: readonly ComponentType[];
}

export const NO_SLOTS: Slots = {
  screens: [],
  tabs: [],
  overviewViews: [],
  panels: [],
  settings: [],
  background: [],
  foot: null,
  stepMedia: null,
  stepCosts: null,
  stepResearch: null,
  stepDecisions: null,
  stepTalk: null,
  chatPhotos: null,
  journeyComments: null,
  webWhere: null,
  webAnswer: null,
  changeOrders: null,
  paymentSchedule: null,
  costReceipt: null,
  costCheck: null,
  pickPhoto: null,
  journeyActions: [],
  journeyItems: [],
  allJourneys: null,
  welcomeActions: [],
};

export const SlotsContext = createContext<Slots>(NO_SLOTS);

export const useSlots = (): Slots => useContext(SlotsContext);
