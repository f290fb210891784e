import { makeStyles, tokens } from '@fluentui/react-components';

/** The rhythm all pages of the pane share: 8 px between cards, 12 px inside them. */
export const usePageStyles = makeStyles({
  page: {
    flexGrow: 1,
    minHeight: '0',
    overflowY: 'auto',
    padding: '8px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
  },
  card: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: '0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  caption: {
    margin: '0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  row: { display: 'flex', alignItems: 'center', columnGap: '8px', rowGap: '8px', flexWrap: 'wrap' },
  spread: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: '8px',
    rowGap: '4px',
    flexWrap: 'wrap',
  },
  grow: { flexGrow: 1 },
  plainList: { listStyleType: 'none', margin: '0', padding: '0' },
});
