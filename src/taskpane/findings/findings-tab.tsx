import { Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { TargetRegular } from '@fluentui/react-icons/svg/target';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { SEVERITIES } from '../../assessment/finding-codes';
import { fill } from '../../locales/fill';
import { describePaneFinding } from '../describe-pane-finding';
import { EmptyState } from '../empty-state';
import { usePane } from '../pane-context';
import { CountLine } from './count-line';
import { ExportDialog } from './export-dialog';
import { NO_FILTER, filterFindings, isFiltering, listFindings } from './finding-filter';
import type { FindingFilter } from './finding-filter';
import { groupFindings } from './finding-groups';
import type { Grouping } from './finding-groups';
import { FindingList } from './finding-list';
import { FindingToolbar } from './finding-toolbar';

/** 问题: every finding of the check, filtered and grouped. */
export function FindingsTab(): ReactElement {
  const { session, state, texts, domain, language, goTo } = usePane();
  const { check, scope, selection } = state;
  const words = texts.findings;
  const [filter, setFilter] = useState<FindingFilter>(NO_FILTER);
  const [grouping, setGrouping] = useState<Grouping>('none');
  const [exporting, setExporting] = useState(false);
  const standard = check?.standard ?? state.standard;

  const listed = useMemo(
    () =>
      listFindings(session.findings(), (finding) =>
        describePaneFinding(finding, standard, language),
      ),
    // The session's list changes with the check, the scope and the selection.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, check, scope, selection, standard, language],
  );
  const shown = useMemo(() => filterFindings(listed, filter), [listed, filter]);
  const lines = useMemo(
    () =>
      groupFindings(
        shown,
        grouping,
        standard.indicators.map(({ id }) => id),
      ),
    [shown, grouping, standard],
  );
  const inOrder = useMemo(
    () => lines.flatMap((line) => (line.kind === 'finding' ? [line.listed] : [])),
    [lines],
  );

  if (check === null) {
    return (
      <EmptyState icon={<SearchRegular />} title={words.before} about={words.beforeAbout}>
        <Button
          appearance="primary"
          onClick={() => {
            goTo('check');
            void session.check();
          }}
        >
          {texts.check.start}
        </Button>
      </EmptyState>
    );
  }
  if (check.findings.length === 0) {
    return (
      <EmptyState
        icon={<CheckmarkCircleRegular />}
        title={words.none}
        about={check.verdict === 'pass' ? words.noneAbout : ''}
      />
    );
  }
  const place =
    selection === null
      ? texts.check.scopes[scope]
      : scope === 'sheet'
        ? selection.sheet
        : `${selection.sheet}!${selection.range}`;
  const groupTitle = (key: string | null): string => {
    if (key === null) return grouping === 'indicator' ? words.noIndicator : words.noSchool;
    if (grouping === 'severity') {
      return SEVERITIES.flatMap((one) => (one === key ? [domain.severities[one]] : []))[0] ?? key;
    }
    const indicator = standard.indicators.find(({ id }) => id === key);
    return grouping === 'indicator' && indicator !== undefined
      ? `${key} ${indicator.shortName[language === 'zh-CN' ? 'zh' : 'en']}`
      : key;
  };
  const counts = {
    total: check.findings.length,
    shown: shown.length,
    accepted: listed.filter(({ finding }) => finding.accepted !== undefined).length,
  };
  return (
    <>
      <FindingToolbar
        listed={listed}
        filter={filter}
        grouping={grouping}
        onFilter={setFilter}
        onGrouping={setGrouping}
      />
      {shown.length === 0 && <CountLine {...counts} />}
      {listed.length === 0 ? (
        <EmptyState
          icon={<TargetRegular />}
          title={words.noneInScope}
          about={fill(words.noneInScopeAbout, { place })}
        >
          <Button onClick={() => void session.setScope('everything')}>
            {words.listEverything}
          </Button>
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState icon={<SearchRegular />} title={words.noMatch} about={words.noMatchAbout}>
          {isFiltering(filter) && (
            <Button
              onClick={() => {
                setFilter(NO_FILTER);
              }}
            >
              {words.clearFilters}
            </Button>
          )}
        </EmptyState>
      ) : (
        <FindingList
          lines={lines}
          counts={counts}
          groupTitle={groupTitle}
          onSchool={(school) => {
            setFilter({ ...NO_FILTER, school });
          }}
          onExport={() => {
            setExporting(true);
          }}
        />
      )}
      <ExportDialog
        open={exporting}
        findings={inOrder}
        onClose={() => {
          setExporting(false);
        }}
      />
    </>
  );
}
