import { makeStyles } from '@fluentui/react-components';

/** Dialogs that fit a pane of 320 px. */
export const useDialogStyles = makeStyles({
  surface: { padding: '16px', width: 'calc(100vw - 24px)', maxWidth: '400px' },
  body: { gap: '12px' },
  title: { gridColumnEnd: 'span 3', fontSize: '16px', lineHeight: '22px' },
  actions: { flexDirection: 'row', flexWrap: 'wrap', justifyContent: 'flex-start' },
});
