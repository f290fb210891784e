import type { ExcelHost } from '../excel-host';
import { notImplemented } from '../host-error';
import { listOf, toWire } from '../wire-value';
import { HostObject, type MemberValue } from './host-object';

/** Objects of the library that belong to no workbook: `new` paths such as the custom functions' door. */
export class ServiceObject extends HostObject {
  readonly className: string;

  constructor(host: ExcelHost, fullName: string) {
    super(host);
    this.className = fullName.slice(fullName.lastIndexOf('.') + 1);
  }

  protected override callUndeclared(
    member: string,
    args: readonly unknown[],
    full: string,
  ): MemberValue {
    switch (`${this.className}.${member}`) {
      case 'CustomFunctions.setInvocationArrayResults':
      case 'CustomFunctions.setInvocationResults':
        this.host.functions.receive(listOf(args[0]));
        return undefined;
      case 'CustomFunctions._GetEnabledFeatures':
        return [];
      case 'CustomFunctions._SetOsfControlContainerReadyForCustomFunctions':
        this.host.functionsReady();
        return undefined;
      case 'AddinInternalService.notifyActionHandlerReady':
        return undefined;
      case 'AppRuntimeService.getAppRuntimeState':
        return this.host.paneVisible ? 'Visible' : 'Background';
      case 'AppRuntimeService.setAppRuntimeState':
        this.host.showPane(args[0] === 'Visible');
        return undefined;
      case 'AppRuntimePersistenceService.getAppRuntimeStartState':
        return this.host.startsWithWorkbook ? 'Background' : 'Inactive';
      case 'AppRuntimePersistenceService.setAppRuntimeStartState':
        this.host.startsWithWorkbook = args[0] !== 'Inactive';
        return undefined;
      case 'DynamicRibbon.executeRequestUpdate':
        this.host.ribbonUpdates.push(toWire(args[0]));
        return undefined;
      default:
        throw notImplemented(full);
    }
  }
}
