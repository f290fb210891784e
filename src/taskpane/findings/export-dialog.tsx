import { Button, Textarea, makeStyles } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { fill } from '../../locales/fill';
import { copyText } from '../copy-text';
import { downloadText } from '../download-text';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { PaneDialog } from '../pane-dialog';
import type { ListedFinding } from './finding-filter';
import { findingsTable, toCsv, toTabSeparated } from './findings-export';

const useStyles = makeStyles({
  text: { width: '100%' },
});

/** Takes the findings shown out of the pane: to the clipboard, or as a file. */
export function ExportDialog({
  open,
  findings,
  onClose,
}: {
  readonly open: boolean;
  readonly findings: readonly ListedFinding[];
  readonly onClose: () => void;
}): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { state, texts, language } = usePane();
  const words = texts.findings;
  const [status, setStatus] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const standard = state.check?.standard ?? state.standard;

  const close = (): void => {
    setStatus('');
    setRefused(null);
    onClose();
  };
  const copy = async (): Promise<void> => {
    const text = toTabSeparated(findingsTable(findings, standard, language));
    const copied = await copyText(text);
    setRefused(copied ? null : text);
    setStatus(copied ? texts.copied : words.copyRefused);
  };

  return (
    <PaneDialog
      open={open}
      title={fill(words.exportTitle, { count: findings.length })}
      onClose={close}
      actions={
        <>
          <Button appearance="primary" icon={<CopyRegular />} onClick={() => void copy()}>
            {texts.copy}
          </Button>
          <Button
            icon={<ArrowDownloadRegular />}
            onClick={() => {
              const csv = toCsv(findingsTable(findings, standard, language));
              downloadText(csv, words.fileName, 'text/csv;charset=utf-8');
              setStatus(words.downloaded);
            }}
          >
            {words.download}
          </Button>
          <Button onClick={close}>{texts.close}</Button>
        </>
      }
    >
      <p className={page.text}>{words.exportAbout}</p>
      <p className={page.caption} role="status">
        {status}
      </p>
      {refused !== null && (
        <Textarea
          className={styles.text}
          value={refused}
          readOnly
          rows={6}
          aria-label={words.exportText}
          textarea={{
            ref: (field) => {
              field?.focus();
              field?.select();
            },
          }}
        />
      )}
    </PaneDialog>
  );
}
