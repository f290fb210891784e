/**
 * The rooms of src, from the inside out. A room may import only rooms named in its list (and
 * itself): the domain core knows no host, no DOM and no React.
 */
const rooms = {
  statistics: [],
  standard: ['statistics'],
  assessment: ['statistics', 'standard'],
  workbook: ['statistics', 'standard', 'assessment'],
  plans: [],
  reports: ['statistics', 'standard', 'assessment', 'workbook', 'locales', 'plans'],
  ooxml: ['plans'],
  locales: ['statistics', 'standard', 'assessment', 'workbook'],
  functions: ['statistics', 'standard', 'assessment', 'locales'],
  hosts: [
    'statistics',
    'standard',
    'assessment',
    'workbook',
    'reports',
    'locales',
    'plans',
    'ooxml',
  ],
  commands: null,
  taskpane: null,
  workbench: null,
  cli: null,
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    ...Object.entries(rooms)
      .filter(([, allowed]) => allowed !== null)
      .map(([room, allowed]) => ({
        name: `${room}-imports-inner-rooms-only`,
        severity: 'error',
        from: { path: `^src/${room}/` },
        to: { path: '^src/', pathNot: [room, ...allowed].map((name) => `^src/${name}/`) },
      })),
    {
      name: 'domain-knows-no-host',
      severity: 'error',
      from: { path: '^src/(statistics|standard|assessment|workbook|reports|locales|functions)/' },
      to: {
        path: [
          '^node_modules/(react|@fluentui|@microsoft|fflate)',
          '^(fs|path|os|worker_threads|zlib)$',
        ],
      },
    },
    {
      name: 'outermost-rooms-stand-apart',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/(taskpane|workbench|commands)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
