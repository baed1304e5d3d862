// A box of a given shape, as large as fits into what is around it.
import { useElementSize } from '@mantine/hooks';
import classes from './pairs.module.css';

interface FramedProps {
  /** Width over height. */
  readonly ratio: number;
  readonly children: React.ReactNode;
}

export const Framed = ({ ratio, children }: FramedProps): React.JSX.Element => {
  const { ref, width, height } = useElementSize();
  const wide = Math.min(width, height * ratio);
  return (
    <div ref={ref} className={classes['room']}>
      <div className={classes['frame']} style={{ width: wide, height: wide / ratio }}>
        {children}
      </div>
    </div>
  );
};
