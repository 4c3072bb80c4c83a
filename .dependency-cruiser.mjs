// The rooms of ARCHITECTURE.md and what each may import. Tests may import everything.
const OURS = '^(app|worker|lessons|models|prisma|scripts)/';
const TEST = '\\.test\\.tsx?$';
const PURE_DOORS = '^worker/engine/(prompt|contract)/';
// The site shows a control picture, a heatmap, and counts tokens without the engine; taking a picture apart
// is one pass of a small network, and quicker than a turn in the queue.
const PURE_PARTS =
  '^worker/engine/(control/annotators/|tokenizer/|attention/(draw-heatmap|bicubic)\\.ts$)';
// Reading and writing picture files, which the site does with what is uploaded.
const PICTURE_FILES = '^worker/engine/(image|metadata)/';
// Reading the files of learned words and LoRAs, which the site does with what is brought in.
const CONCEPT_FILES = '^worker/engine/(embeddings/read-words|lora/read-lora)\\.ts$';

// The one network that the site runs itself.
const DECOMPOSER = '^worker/engine/control/annotators/decomposer\\.ts$';

function room(name, path, mayImport, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path, pathNot: TEST },
    to: { path: OURS, pathNot: mayImport },
  };
}

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^mdast$' },
    },
    {
      name: 'no-tests-in-code',
      severity: 'error',
      from: { path: OURS, pathNot: TEST },
      to: { path: `^tests/|${TEST}` },
    },
    room(
      'routes',
      '^app/routes/',
      [
        '^app/(routes|features|components)/',
        '^app/platform/(reply-to-form\\.server|user-error)\\.ts$',
      ],
      'A route parses, calls one verb, responds.',
    ),
    room(
      'features',
      '^app/features/',
      [
        '^app/(features|platform|components)/',
        PURE_DOORS,
        PURE_PARTS,
        PICTURE_FILES,
        CONCEPT_FILES,
        '^lessons/[^/]+\\.ts$',
        '^worker/moderation/(words|check-prompts|pictures/verdict)\\.ts$',
        '^models/catalog',
        '^prisma/generated/',
      ],
      'Verbs and views.',
    ),
    room('platform', '^app/platform/', ['^app/platform/', '^prisma/generated/'], 'Libraries only.'),
    room(
      'components',
      '^app/components/',
      ['^app/components/'],
      'The design system knows nothing of ours.',
    ),
    room(
      'engine',
      '^worker/engine/',
      ['^worker/engine/'],
      'A library: no database, no queue, no web.',
    ),
    room('prompt', '^worker/engine/prompt/', ['^worker/engine/prompt/'], 'Runs in a browser too.'),
    room(
      'contract',
      '^worker/engine/contract/',
      ['^worker/engine/contract/'],
      'Runs in a browser too.',
    ),
    room(
      'moderation',
      '^worker/moderation/',
      ['^worker/moderation/'],
      'Text and pictures in, a verdict out.',
    ),
    room(
      'inference',
      '^worker/inference/',
      ['^worker/(inference|engine)/'],
      'The engine in a process of its own.',
    ),
    room('lessons', '^lessons/', ['^lessons/', PURE_DOORS], 'Content is data.'),
    room('models', '^models/', ['^models/'], 'Model folders and their catalog.'),
    {
      name: 'one-file-imports-onnxruntime',
      severity: 'error',
      from: { path: OURS, pathNot: ['^worker/engine/runtime/session\\.ts$', TEST] },
      to: { path: 'onnxruntime' },
    },
    {
      name: 'one-folder-imports-sharp',
      comment:
        'Outside it, too: a picture of a person is read by the engine’s rules, wherever it arrives.',
      severity: 'error',
      from: { path: '^(app|worker/engine)/', pathNot: ['^worker/engine/image/', TEST] },
      to: { path: 'node_modules/sharp' },
    },
    {
      name: 'servers-read-picture-files',
      severity: 'error',
      from: { path: '^app/', pathNot: ['\\.server\\.ts$', TEST] },
      to: { path: [PICTURE_FILES, CONCEPT_FILES, DECOMPOSER] },
    },
    {
      name: 'pure-doors-are-pure',
      severity: 'error',
      from: { path: PURE_DOORS, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/generated|build|data|models/training)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
