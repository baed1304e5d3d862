// The unseen field behind every button that brings files in: `ref.current.click()` opens the dialog of the system.
import type { ReactElement, RefObject } from 'react';

const PHOTOS = 'image/*,.heic,.heif';
/** What the import reads. */
const ALL = `${PHOTOS},application/pdf,.pdf,.docx,.xlsx,.txt,.md,.csv,.eml`;

interface FileInputProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly label: string;
  /** One file where not several may be chosen. */
  readonly several?: boolean;
  readonly only?: 'photos';
  /** None where the dialog was left without a choice. */
  readonly onFiles: (files: readonly File[]) => void;
}

export const FileInput = ({ ref, label, several = true, only, onFiles }: FileInputProps): ReactElement => (
  <input
    ref={ref}
    type="file"
    multiple={several}
    hidden
    accept={only === 'photos' ? PHOTOS : ALL}
    aria-label={label}
    onChange={(event) => {
      onFiles([...(event.currentTarget.files ?? [])]);
      // The same file can be chosen again.
      event.currentTarget.value = '';
    }}
  />
);
