// A line of found text with what was searched for marked.
import { unbroken } from '../../ui/money.ts';
import { piecesOf } from './hits.ts';
import classes from './search.module.css';

export const Snippet = ({ marked }: { readonly marked: string }): React.JSX.Element => (
  <>
    {piecesOf(unbroken(marked)).map(({ text, hit, at }) =>
      hit ? (
        <mark key={at} className={classes['mark']}>
          {text}
        </mark>
      ) : (
        <span key={at}>{text}</span>
      ),
    )}
  </>
);
