// Renders the components that a slot holds, one after the other, with the same props.
import { createElement, Fragment, type ComponentType, type ReactElement } from 'react';

/** Their order never changes while the window is open, so they need no keys. */
export const partsOf = <P extends object>(components: readonly ComponentType<P>[], props: P): ReactElement =>
  createElement(Fragment, null, ...components.map((component) => createElement(component, props)));
