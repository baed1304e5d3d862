// The one list of features: which screens, tabs, panels and small parts there are, and in which order. Features plug in here.
import {
  IconCheckbox,
  IconCoins,
  IconFileDollar,
  IconFileText,
  IconHistory,
  IconLayoutDashboard,
  IconListCheck,
  IconMessageCircle,
  IconPhoto,
  IconScale,
  IconSearch,
  IconSettings,
  IconUsers,
  IconZoomQuestion,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { AccountSection } from '../features/account/AccountSection.tsx';
import { JoinAction, JoinByLink } from '../features/account/JoinAction.tsx';
import { ChangeOrders } from '../features/approvals/ChangeOrders.tsx';
import { PaymentSchedule } from '../features/approvals/PaymentSchedule.tsx';
import { Capture } from '../features/capture/Capture.tsx';
import { RemoveSample, SampleAction } from '../features/capture/SampleAction.tsx';
import { ChatAction } from '../features/chat/ChatAction.tsx';
import { ChatScreen } from '../features/chat/ChatScreen.tsx';
import { ChatTab } from '../features/chat/ChatTab.tsx';
import { ModelSection } from '../features/chat/ModelSection.tsx';
import { DecisionsTab } from '../features/decisions/DecisionsTab.tsx';
import { StepDecisions } from '../features/decisions/StepDecisions.tsx';
import { DocumentsTab } from '../features/documents/DocumentsTab.tsx';
import { ActivityTab } from '../features/activity/ActivityTab.tsx';
import { OverviewTab } from '../features/journey/OverviewTab.tsx';
import { CostPanel } from '../features/money/CostPanel.tsx';
import { MoneyTab } from '../features/money/MoneyTab.tsx';
import { StepCosts } from '../features/money/StepCosts.tsx';
import { PeopleTab } from '../features/people/PeopleTab.tsx';
import { ChatPhotos } from '../features/photos/ChatPhotos.tsx';
import { CostReceipt } from '../features/photos/CostReceipt.tsx';
import { PickJourneyPhoto } from '../features/photos/PickJourneyPhoto.tsx';
import { PhotosTab } from '../features/photos/PhotosTab.tsx';
import { StepMedia } from '../features/photos/StepMedia.tsx';
import { AllJourneys } from '../features/progress/AllJourneys.tsx';
import { WeeksView } from '../features/progress/WeeksView.tsx';
import { ProgressView } from '../features/progress/ProgressView.tsx';
import { CostCheck } from '../features/quotes/CostCheck.tsx';
import { QuotesTab } from '../features/quotes/QuotesTab.tsx';
import { Gate } from '../features/protect/Gate.tsx';
import { ExportData } from '../features/report/ExportData.tsx';
import { ExportReport } from '../features/report/ExportReport.tsx';
import { FindingPanel } from '../features/research/FindingPanel.tsx';
import { ResearchBackground } from '../features/research/ResearchBackground.tsx';
import { ResearchSection } from '../features/research/ResearchSection.tsx';
import { StepResearch } from '../features/research/StepResearch.tsx';
import { ResearchTab } from '../features/research/ResearchTab.tsx';
import { WebAnswer } from '../features/research/WebAnswer.tsx';
import { WebWhere } from '../features/research/WebWhere.tsx';
import { SearchBackground } from '../features/search/SearchBackground.tsx';
import { SearchScreen } from '../features/search/SearchScreen.tsx';
import { NoticesSection } from '../features/settings/NoticesSection.tsx';
import { PhotosSection } from '../features/settings/PhotosSection.tsx';
import { ProtectionSection } from '../features/settings/ProtectionSection.tsx';
import { AboutSection, SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { StepPanel } from '../features/steps/StepPanel.tsx';
import { StepsTab } from '../features/steps/StepsTab.tsx';
import { MyTasksScreen } from '../features/tasks/MyTasksScreen.tsx';
import { TaskPanel } from '../features/tasks/TaskPanel.tsx';
import { TasksTab } from '../features/tasks/TasksTab.tsx';
import { StorageSection } from '../features/storage/StorageSection.tsx';
import { SyncFoot } from '../features/sync/SyncFoot.tsx';
import { SyncSection } from '../features/sync/SyncSection.tsx';
import { StepTalk } from '../features/talk/StepTalk.tsx';
import { TalkTab } from '../features/talk/TalkTab.tsx';
import { NO_SLOTS, type Slots } from '../ui/slots.ts';
import type { VaultStatus } from './boot.ts';

/** Asks how the data shall be protected, or unlocks it; calls `opened` when the vault is open. */
export const gate: ComponentType<{ readonly status: VaultStatus; readonly opened: () => void }> = Gate;

export const slots: Slots = {
  ...NO_SLOTS,
  tabs: [
    { id: 'overview', icon: IconLayoutDashboard, label: 'journey:tab', component: OverviewTab },
    { id: 'chat', icon: IconMessageCircle, label: 'chat:tab', component: ChatTab },
    { id: 'steps', icon: IconListCheck, label: 'steps:tab', component: StepsTab },
    { id: 'tasks', icon: IconCheckbox, label: 'tasks:tab', component: TasksTab },
    { id: 'photos', icon: IconPhoto, label: 'photos:tab', component: PhotosTab },
    { id: 'documents', icon: IconFileText, label: 'documents:tab', component: DocumentsTab },
    { id: 'money', icon: IconCoins, label: 'money:tab', component: MoneyTab },
    { id: 'quotes', icon: IconFileDollar, label: 'quotes:tab', component: QuotesTab },
    { id: 'decisions', icon: IconScale, label: 'decisions:tab', component: DecisionsTab },
    { id: 'research', icon: IconZoomQuestion, label: 'research:tab', component: ResearchTab },
    { id: 'people', icon: IconUsers, label: 'people:tab', component: PeopleTab },
    { id: 'activity', icon: IconHistory, label: 'activity:tab', component: ActivityTab },
  ],
  overviewViews: [
    { id: 'progress', label: 'progress:tab', component: ProgressView },
    { id: 'weeks', label: 'progress:weeks', component: WeeksView },
  ],
  allJourneys: AllJourneys,
  panels: [
    { types: ['step'], label: 'steps:panel', component: StepPanel },
    { types: ['task'], label: 'tasks:panel', component: TaskPanel },
    { types: ['cost'], label: 'money:panel', component: CostPanel },
    { types: ['finding'], label: 'research:panel', component: FindingPanel },
  ],
  stepCosts: StepCosts,
  stepResearch: StepResearch,
  stepDecisions: StepDecisions,
  stepTalk: StepTalk,
  screens: [
    { id: 'chat', icon: IconMessageCircle, label: 'chat:rail', component: ChatScreen },
    { id: 'my-tasks', icon: IconCheckbox, label: 'tasks:rail', component: MyTasksScreen },
    { id: 'search', icon: IconSearch, label: 'search:rail', component: SearchScreen },
    { id: 'settings', icon: IconSettings, label: 'settings:rail', component: SettingsScreen },
  ],
  settings: [
    { id: 'account', icon: IconUsers, label: 'account:section', component: AccountSection },
    { id: 'sync', icon: IconSettings, label: 'sync:section', component: SyncSection },
    { id: 'storage', icon: IconSettings, label: 'storage:section', component: StorageSection },
    { id: 'notices', icon: IconSettings, label: 'news:section', component: NoticesSection },
    { id: 'photos', icon: IconSettings, label: 'settings:photos.section', component: PhotosSection },
    { id: 'model', icon: IconSettings, label: 'chat:settings.section', component: ModelSection },
    { id: 'research', icon: IconSettings, label: 'research:settings.section', component: ResearchSection },
    { id: 'protection', icon: IconSettings, label: 'settings:protection.section', component: ProtectionSection },
    { id: 'about', icon: IconSettings, label: 'settings:about.section', component: AboutSection },
  ],
  foot: SyncFoot,
  stepMedia: StepMedia,
  chatPhotos: ChatPhotos,
  journeyComments: TalkTab,
  webWhere: WebWhere,
  webAnswer: WebAnswer,
  changeOrders: ChangeOrders,
  paymentSchedule: PaymentSchedule,
  costReceipt: CostReceipt,
  costCheck: CostCheck,
  pickPhoto: PickJourneyPhoto,
  journeyActions: [ExportReport, RemoveSample],
  journeyItems: [ExportData],
  welcomeActions: [ChatAction, SampleAction, JoinAction],
  background: [JoinByLink, Capture, SearchBackground, ResearchBackground],
};
