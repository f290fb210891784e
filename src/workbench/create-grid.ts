import {
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
} from '@univerjs/core';
import type { IStyleData, PluginCtor } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  CalculationMode,
  CellAlertManagerService,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import zhCN from '@univerjs/preset-sheets-core/locales/zh-CN';
import { gridStyle } from '../hosts/workbench/grid-style';
import { WorkbenchHost } from '../hosts/workbench/workbench-host';
import type { Language } from '../locales/language';
import { workbenchTexts } from '../locales/workbench-texts';
import { allowedCommand } from './allowed-command';
import { FormulaFaults, showFormulaFaults } from './formula-faults';
import { registerEduFunctions } from './register-edu-functions';

/** The grid on the page, which shows one workbook at a time. */
export interface Grid {
  /**
   * Opens a file in place of what the grid shows; when that fails the grid keeps what it has.
   * @throws {OoxmlError} for whatever is wrong with the file
   * @throws {HostError} `too-large`
   */
  open(bytes: Uint8Array, name: string): Promise<WorkbenchHost>;
}

type PluginEntry = PluginCtor | [PluginCtor, unknown];

/**
 * Puts the grid into an element.
 * @param onRefused called when the person tries what only a spreadsheet program can do to the file
 */
export function createGrid(
  container: HTMLElement,
  language: Language,
  onRefused: () => void,
): Grid {
  const locale = language === 'zh-CN' ? LocaleType.ZH_CN : LocaleType.EN_US;
  const univer = new Univer({
    locale,
    locales: { [locale]: mergeLocales(language === 'zh-CN' ? zhCN : enUS) },
    logLevel: LogLevel.ERROR,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    toolbar: false,
    contextMenu: false,
    formula: { initialFormulaComputing: CalculationMode.WHEN_EMPTY },
    sheets: {},
  });
  for (const plugin of plugins) register(univer, plugin);
  const api = FUniver.newAPI(univer);
  let shown: WorkbenchHost | null = null;

  // The functions can be registered only beside a workbook; they stay when it goes.
  api.createWorkbook({ id: 'blank' });
  const faults = new FormulaFaults();
  registerEduFunctions(api, language, faults);
  const injector = univer.__getInjector();
  // Until then there is nothing to scroll or to select in.
  const rendered = injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  const alerts = injector.get(CellAlertManagerService);
  showFormulaFaults(alerts, faults, workbenchTexts(language).formulaFault);

  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: 100,
    handler: (cell, { subUnitId, row, col, workbook, rawData }, next) => {
      const look = shown?.markAt(subUnitId, row, col) ?? null;
      if (look === null) return next(cell);
      const own = typeof cell?.s === 'string' ? workbook.getStyles().get(cell.s) : cell?.s;
      const style: IStyleData = { ...own, ...gridStyle(look) };
      return next({ ...(cell ?? rawData), s: style });
    },
  });
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (allowedCommand(event.id)) return;
    event.cancel = true;
    onRefused();
  });

  return {
    open: async (bytes, name) => {
      const host = await WorkbenchHost.open(bytes, name, api, () => {
        if (shown === null) api.disposeUnit('blank');
        else shown.close();
      });
      shown = host;
      faults.keepOnly(host.unitId);
      await rendered;
      return host;
    },
  };
}

function register(univer: Univer, plugin: PluginEntry): void {
  if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
  else univer.registerPlugin(plugin);
}
