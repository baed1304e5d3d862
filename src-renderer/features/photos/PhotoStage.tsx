// A photo as large as fits, turned as a person turned it: zoomed by wheel, pinch and keys, moved by dragging, its text's places over it.
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { TransformComponent, TransformWrapper, type ReactZoomPanPinchRef } from 'react-zoom-pan-pinch';
import { shownSize } from '../../../domain/pictures/turned.ts';
import { fitInto } from '../../media/fit-into.ts';
import { FoundBoxes } from '../../media/FoundBoxes.tsx';
import { LineBoxes } from '../../media/LineBoxes.tsx';
import mediaClasses from '../../media/media.module.css';
import type { TextLine } from '../../media/text-lines.ts';
import type { FoundOn } from './found-on.ts';
import { FullPicture } from './FullPicture.tsx';
import { MarkLayer } from './MarkLayer.tsx';
import { MarkTools } from './MarkTools.tsx';
import { altOf, type Photo } from './photo-groups.ts';
import type { Markup } from './use-markup.ts';
import classes from './viewer.module.css';

/** How far in one can go; 1 fits. */
const MOST_ZOOM = 8;

interface PhotoStageProps {
  readonly photo: Photo;
  /** 1 fits the stage. */
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly lines: readonly TextLine[];
  readonly chosen: number | null;
  readonly onChoose: (line: number | null) => void;
  /** Words that were searched for. */
  readonly found: FoundOn;
  readonly markup: Markup;
  /** Over all of it as it is shown. */
  readonly over?: React.ReactNode;
  /** It does not move under the hand. */
  readonly isHeld?: boolean;
}

export const PhotoStage = (props: PhotoStageProps): React.JSX.Element => {
  const { photo, zoom, onZoom, lines, chosen, onChoose, found, markup, over, isHeld = false } = props;
  const { sha, mime, thumb, width, height, turn: turned } = photo.body;
  const turn = turned ?? 0;
  const { ref, width: wide, height: tall } = useElementSize();
  const stage = useRef<ReactZoomPanPinchRef>(null);
  const shown = shownSize(photo.body);
  const fit = fitInto({ width: wide, height: tall }, shown);

  // By keys and buttons it zooms about the middle of what is in sight.
  useEffect(() => {
    const view = stage.current;
    const box = view?.instance.wrapperComponent?.getBoundingClientRect();
    if (view == null || box === undefined || Math.abs(view.state.scale - zoom) < 0.001) return;
    if (zoom === 1) void view.resetTransform(0);
    else void view.zoomToPoint(zoom, box.left + box.width / 2, box.top + box.height / 2, 0);
  }, [zoom]);

  return (
    <div ref={ref} className={mediaClasses['stage']} data-zoomed={zoom > 1 || undefined}>
      {fit > 0 && (
        <TransformWrapper
          key={turn}
          ref={stage}
          minScale={1}
          maxScale={MOST_ZOOM}
          centerOnInit
          doubleClick={{ disabled: true }}
          panning={{ velocityDisabled: true, disabled: markup.tool !== null || isHeld }}
          zoomAnimation={{ disabled: true }}
          onTransform={(_view, { scale }) => onZoom(scale)}
        >
          <TransformComponent
            wrapperClass={classes['wrapper'] ?? ''}
            contentClass={classes['content'] ?? ''}
            contentStyle={{ width: wide, height: tall }}
          >
            <div className={mediaClasses['sheet']} style={{ width: shown.width * fit, height: shown.height * fit }}>
              <div
                className={mediaClasses['turned']}
                style={{ width: width * fit, height: height * fit, rotate: `${turn}deg` }}
              >
                <FullPicture sha={sha} mime={mime} thumb={thumb} alt={altOf(photo)} />
                <svg className={mediaClasses['boxes']} viewBox={`0 0 ${width} ${height}`} aria-hidden>
                  <LineBoxes lines={lines} chosen={chosen} onChoose={onChoose} />
                  <FoundBoxes boxes={found.boxes} now={found.now} />
                </svg>
              </div>
              <MarkLayer photo={photo} markup={markup} />
              {over}
            </div>
          </TransformComponent>
        </TransformWrapper>
      )}
      <MarkTools markup={markup} />
    </div>
  );
};
