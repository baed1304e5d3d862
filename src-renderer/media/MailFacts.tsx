// Which e-mail a photo or document was attached to, and what was attached to an e-mail; each opens the other.
import { Anchor, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EMAIL_TYPE } from '../../domain/documents/attached.ts';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import { recordAs, type RecordOf } from '../../domain/records/registry.ts';
import { useRecord, useRecords } from '../data/hooks.ts';
import { openingOf } from '../ui/opening.ts';
import { usePlace } from '../ui/place-context.ts';
import { TypeIcon } from '../ui/TypeIcon.tsx';
import { Fact } from './Fact.tsx';
import classes from './media.module.css';

type Media = RecordOf<'photo'> | RecordOf<'document'>;

/** Nothing where it came by itself, or with an e-mail that this reader does not have. */
export const CameWith = ({ record }: { readonly record: Media }): React.JSX.Element | null =>
  record.body.mail == null ? null : <Mail of={record.body.mail} />;

const Mail = ({ of }: { readonly of: RecordKey }): React.JSX.Element | null => {
  const { t } = useTranslation('capture');
  const { go } = usePlace();
  const found = useRecord(of);
  const mail = found == null ? null : recordAs('document', found);
  if (mail === null) return null;
  const { title } = mail.body;
  return (
    <Fact label={t('mail.cameWith')}>
      {mail.trashedAt === 0 ? (
        <Anchor
          component="button"
          type="button"
          ta="left"
          aria-label={t('mail.open', { title })}
          onClick={() => go(openingOf(mail, ''))}
        >
          <bdi>{title}</bdi>
        </Anchor>
      ) : (
        <Text c="dimmed">{t('mail.trashed')}</Text>
      )}
    </Fact>
  );
};

/** What came in with this e-mail and is still here, in the order in which it came. */
export const AttachedTo = ({ document }: { readonly document: RecordOf<'document'> }): React.JSX.Element | null =>
  document.body.mime === EMAIL_TYPE ? <Attachments mail={document} /> : null;

const Attachments = ({ mail }: { readonly mail: RecordOf<'document'> }): React.JSX.Element | null => {
  const { t } = useTranslation('capture');
  const { go } = usePlace();
  const { journey } = mail;
  const documents = useRecords({ type: 'document', journey }) ?? [];
  const photos = useRecords({ type: 'photo', journey }) ?? [];
  const attached = [...documents, ...photos]
    .filter(({ body }) => body.mail === mail.key)
    .toSorted((a, b) => a.createdAt - b.createdAt);
  if (attached.length === 0) return null;
  return (
    <section aria-label={t('mail.attached')}>
      <Text fw={600} mt={12} mb={4}>
        {t('mail.attached')}
      </Text>
      <ul className={classes['related']}>
        {attached.map((one) => (
          <li key={one.key}>
            <UnstyledButton className={classes['relatedRow'] ?? ''} onClick={() => go(openingOf(one, ''))}>
              <TypeIcon type={one.type} size={16} />
              <span className={classes['relatedName']}>
                {one.type === 'document' ? one.body.title : one.body.caption || one.body.name}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
};
