import { makeStyles, tokens } from '@fluentui/react-components';

/** Small tables of numbers. */
export const useTableStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  heading: {
    padding: '4px 0',
    textAlign: 'start',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  rowHeading: { padding: '4px 0', textAlign: 'start', fontWeight: tokens.fontWeightRegular },
  number: { padding: '4px 0 4px 8px', textAlign: 'end', whiteSpace: 'nowrap' },
});
