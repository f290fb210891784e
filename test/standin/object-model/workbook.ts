import { textArgument } from '../arguments';
import { HostError, invalidArgument } from '../host-error';
import { nextId } from '../workbook-model';
import { type WireValue, shownText } from '../wire-value';
import type { ExcelHost } from '../excel-host';
import { HostCollection, HostObject } from './host-object';
import { NamedItemCollection } from './names';
import { RangeObject } from './range';
import { RangeAreasObject } from './range-areas';
import { SettingCollection } from './settings';
import { WorksheetCollection } from './worksheets';

/** The root of the object model. */
export class WorkbookObject extends HostObject {
  readonly className = 'Workbook';

  get name(): string {
    return this.host.workbook.name;
  }
  get worksheets(): HostObject {
    return new WorksheetCollection(this.host);
  }
  get names(): HostObject {
    return new NamedItemCollection(this.host, undefined);
  }
  get settings(): HostObject {
    return new SettingCollection(this.host);
  }
  get application(): HostObject {
    return new ApplicationObject(this.host);
  }
  get protection(): HostObject {
    return new WorkbookProtection(this.host);
  }
  get customXmlParts(): HostObject {
    return new CustomXmlPartCollection(this.host);
  }

  /** `context.runtime`, as the library writes it. */
  get _Runtime(): HostObject {
    return new RuntimeObject(this.host);
  }

  getActiveCell(): HostObject {
    const [area] = this.host.workbook.selection;
    if (area === undefined) throw new HostError('ItemNotFound', 'Nothing is selected');
    const cell = { ...area, rowCount: 1, columnCount: 1 };
    return new RangeObject(this.host, this.host.activeSheet(), cell);
  }

  getSelectedRange(): HostObject {
    const [area, ...others] = this.host.workbook.selection;
    if (area === undefined || others.length > 0) {
      throw new HostError(
        'InvalidOperation',
        'Several ranges are selected; getSelectedRanges reads them',
        'Workbook.getSelectedRange',
      );
    }
    return new RangeObject(this.host, this.host.activeSheet(), area);
  }

  getSelectedRanges(): HostObject {
    return new RangeAreasObject(this.host, this.host.activeSheet(), this.host.workbook.selection);
  }

  _RemoveReference(id: unknown): void {
    this.host.references.delete(textArgument(id, 'Workbook._RemoveReference'));
  }

  _GetRangeForEventByReferenceId(id: unknown): HostObject {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(id);
    if (range === null) throw new HostError('ItemNotFound', 'The range of the event is gone');
    return range;
  }

  _GetRangeOrNullObjectForEventByReferenceId(id: unknown): HostObject | null {
    return this.host.references.get(textArgument(id, 'Workbook')) ?? null;
  }
}

class ApplicationObject extends HostObject {
  readonly className = 'Application';

  get calculationMode(): WireValue {
    return this.host.workbook.calculationMode;
  }
  set calculationMode(value: WireValue) {
    if (value !== 'Automatic' && value !== 'AutomaticExceptTables' && value !== 'Manual') {
      throw invalidArgument('Application.calculationMode', shownText(value));
    }
    this.host.workbook.calculationMode = value;
  }
  get calculationState(): WireValue {
    return this.host.functions.pending === 0 ? 'Done' : 'Calculating';
  }

  calculate(): void {
    for (const sheet of this.host.workbook.sheets) this.host.recalculate(sheet);
  }

  suspendScreenUpdatingUntilNextSync(): void {
    this.host.screenSuspensions += 1;
  }

  suspendApiCalculationUntilNextSync(): void {
    // Nothing here calculates by itself, so there is nothing to hold back.
  }

  createWorkbook(base64: unknown): HostObject {
    return new WorkbookCreated(this.host, typeof base64 === 'string' ? base64 : '');
  }
}

class WorkbookCreated extends HostObject {
  readonly className = 'WorkbookCreated';

  constructor(
    host: ExcelHost,
    private readonly base64: string,
  ) {
    super(host);
  }

  get id(): string {
    return String(this.host.openedWorkbooks.length);
  }

  open(): void {
    this.host.openedWorkbooks.push(this.base64);
  }
}

/** What `Excel.createWorkbook` talks to in Excel on the web. */
export class WebWorkbook extends HostObject {
  readonly className = 'WacWorkbook';

  createAndOpenWorkbook(base64: unknown): void {
    this.host.openedWorkbooks.push(typeof base64 === 'string' ? base64 : '');
  }
}

class WorkbookProtection extends HostObject {
  readonly className = 'WorkbookProtection';

  get protected(): boolean {
    return this.host.workbook.structureProtected;
  }
}

class CustomXmlPartCollection extends HostCollection {
  readonly className = 'CustomXmlPartCollection';

  override list(): readonly HostObject[] {
    return this.host.workbook.customXmlParts.map((part) => new CustomXmlPart(this.host, part));
  }

  add(xml: unknown): HostObject {
    const text = textArgument(xml, 'CustomXmlPartCollection.add');
    const part = { id: nextId(this.host.workbook), xml: text };
    this.host.workbook.customXmlParts.push(part);
    return new CustomXmlPart(this.host, part);
  }

  getByNamespace(namespace: unknown): HostObject {
    return new CustomXmlPartScopedCollection(
      this.host,
      textArgument(namespace, 'CustomXmlPartCollection.getByNamespace'),
    );
  }
}

class CustomXmlPartScopedCollection extends HostCollection {
  readonly className = 'CustomXmlPartScopedCollection';

  constructor(
    host: ExcelHost,
    private readonly namespace: string,
  ) {
    super(host);
  }

  override list(): readonly HostObject[] {
    return this.host.workbook.customXmlParts
      .filter(({ xml }) => xml.includes(`xmlns="${this.namespace}"`))
      .map((part) => new CustomXmlPart(this.host, part));
  }

  getOnlyItemOrNullObject(): HostObject | null {
    const [only, ...others] = this.list();
    return only === undefined || others.length > 0 ? null : only;
  }
}

class CustomXmlPart extends HostObject {
  readonly className = 'CustomXmlPart';

  constructor(
    host: ExcelHost,
    private readonly part: { readonly id: string; xml: string },
  ) {
    super(host);
  }

  override objectKey(): string {
    return this.part.id;
  }

  get id(): string {
    return this.part.id;
  }

  getXml(): string {
    return this.part.xml;
  }

  setXml(xml: unknown): void {
    this.part.xml = textArgument(xml, 'CustomXmlPart.setXml');
  }

  delete(): void {
    const parts = this.host.workbook.customXmlParts;
    parts.splice(parts.indexOf(this.part), 1);
  }
}

/** Whether events are raised. */
class RuntimeObject extends HostObject {
  readonly className = 'Runtime';

  get enableEvents(): WireValue {
    return this.host.eventsEnabled;
  }
  set enableEvents(value: WireValue) {
    this.host.eventsEnabled = value === true;
  }
}
