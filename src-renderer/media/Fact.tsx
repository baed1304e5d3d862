// One line of what is known of a photo or document: a word and what it says.
import { Text } from '@mantine/core';
import classes from './media.module.css';

interface FactProps {
  readonly label: string;
  readonly children: React.ReactNode;
}

export const Fact = ({ label, children }: FactProps): React.JSX.Element => (
  <div className={classes['fact']}>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <div style={{ minWidth: 0 }}>{children}</div>
  </div>
);
