// Shows what is new on the desktop, and tells the page which one was pressed.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';

/** A notification of the system's. */
export interface DesktopNotice {
  readonly show: () => void;
  readonly onClick: (listener: () => void) => void;
  readonly onClose: (listener: () => void) => void;
}

export interface NoticePorts {
  readonly isSupported: () => boolean;
  readonly create: (words: { readonly title: string; readonly body: string }) => DesktopNotice;
  /** Someone pressed it: the window comes forward. */
  readonly opened: (id: string) => void;
}

export type ShowNotice = (notice: {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}) => Result<null, Failure>;

export const createNotices = ({ isSupported, create, opened }: NoticePorts): ShowNotice => {
  // One that nothing holds is collected, and its press is heard by nobody.
  const held = new Set<DesktopNotice>();
  return ({ id, title, body }) => {
    if (!isSupported()) return err({ type: 'NoticesUnsupported' });
    const notice = create({ title, body });
    held.add(notice);
    notice.onClose(() => held.delete(notice));
    notice.onClick(() => {
      held.delete(notice);
      opened(id);
    });
    notice.show();
    return ok(null);
  };
};
