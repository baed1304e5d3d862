// How Plumbline looks: one accent, one typeface, a 4 px grid, 8 px corners. Semantic colours are CSS variables in theme.css.
import { Button, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Chalk-line blue: the string that a builder snaps against a wall. Shade 6 carries white text, shade 4 reads on dark. */
const chalk: MantineColorsTuple = [
  '#eef2fc',
  '#dbe4f9',
  '#b9cbf3',
  '#94aeec',
  '#7a9bea',
  '#4f78dc',
  '#3159c4',
  '#284aa6',
  '#213d8a',
  '#1a316f',
];

/** Cool greys; the dark scheme draws its surfaces from 6 (raised), 7 (page) and 8 (sunken). */
const dark: MantineColorsTuple = [
  '#d6d9de',
  '#b4b9c2',
  '#949aa6',
  '#6c7380',
  '#3d434e',
  '#2f343d',
  '#24282f',
  '#1b1e24',
  '#15181d',
  '#101216',
];

const gray: MantineColorsTuple = [
  '#f8f9fa',
  '#f2f4f6',
  '#e7eaee',
  '#dce0e6',
  '#c6ccd5',
  '#a3abb8',
  '#757e8c',
  '#555d6a',
  '#3a414c',
  '#23282f',
];

export const theme = createTheme({
  primaryColor: 'chalk',
  primaryShade: { light: 6, dark: 6 },
  colors: { chalk, dark, gray },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  components: {
    Text: { defaultProps: { size: 'md' } },
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      styles: { label: { fontWeight: 550 } },
      // The buttons within panels: small words, a comfortable height.
      vars: (_theme, { size }) => ({
        root:
          size === 'compact-md'
            ? { '--button-height': '30px', '--button-fz': '0.8125rem', '--button-padding-x': '10px' }
            : {},
      }),
    }),
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 100 } } },
    // The smallest leaves six px beside its words: the chosen one would hug them.
    SegmentedControl: { styles: { label: { paddingInline: 10 } } },
    Notification: { defaultProps: { withBorder: true } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', transitionProps: { duration: 80 } } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.4 } },
    },
    // What explains a field is below it, or the fields of one row would not stand in line.
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: { label: { marginBottom: 4 }, description: { marginTop: 4 } },
    },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm', autosize: true } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    MultiSelect: {
      defaultProps: { size: 'sm', checkIconPosition: 'right' },
      styles: { inputField: { minWidth: 12, width: 12 } },
    },
    NumberInput: { defaultProps: { size: 'sm', hideControls: true } },
    // Red means late here, not Sunday.
    DateInput: { defaultProps: { size: 'sm', valueFormat: 'D MMM YYYY', weekendDays: [] } },
  },
});
