import type { Language } from '../locales/language';
import type { FaultKind } from './function-fault';
import { registerFunctions } from './register-functions';

/*
 * The functions' own script. It runs before the pane loads, so that formulas calculate as soon as a
 * workbook opens; where the Office edition has no custom functions, it leaves the pane undisturbed.
 */

function fail(kind: FaultKind, message: string): never {
  switch (kind) {
    case 'value':
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
    case 'na':
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
    case 'div0':
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero);
  }
}

function displayLanguage(): Language {
  return Office.context.displayLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
}

if (typeof CustomFunctions !== 'undefined') {
  registerFunctions(
    {
      associate: (id, implementation) => {
        CustomFunctions.associate(id, implementation);
      },
      fail,
    },
    displayLanguage,
  );
}
