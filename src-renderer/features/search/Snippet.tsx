// A line of found text with what was searched for marked.
import { piecesOf } from './hits.ts';
import classes from './search.module.css';

export const Snippet = ({ marked }: { readonly marked: string }): React.JSX.Element => (
  <>
    {piecesOf(marked).map(({ text, hit }, index) =>
      hit ? (
        <mark key={index} className={classes['mark']}>
          {text}
        </mark>
      ) : (
        <span key={index}>{text}</span>
      ),
    )}
  </>
);
