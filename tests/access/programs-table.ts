import { only, refused, rows, signedIn } from './expectation.ts';
import type { Expectation, Fields } from './expectation.ts';
import type { PersonName } from './secrets.ts';
import type { World } from './world.ts';

const OWN: PersonName[] = ['maker', 'teacher'];
const CLASS: PersonName[] = ['maker', 'classmate', 'teacher'];

const ofTable = ({ tableId }: World) => ({ tableId });
const ofConcept =
  (of: keyof World['concepts']) =>
  ({ concepts }: World) => ({ conceptId: concepts[of] });
const changeRender = (intent: string, inArchive: PersonName[] = []) =>
  only(['maker'], { of: intent, form: ({ renderId }) => ({ intent, renderId }), inArchive });
const changeTable = (intent: string, inArchive: PersonName[] = []) =>
  only(['maker'], { of: intent, params: ofTable, form: () => ({ intent }), inArchive });
const changeConcept = (
  allowed: PersonName[],
  of: string,
  form: (world: World) => Fields,
  inArchive: PersonName[] = [],
) => only(allowed, { of, params: ofConcept('kept'), form, inArchive });

/** The addresses of words and styles that students teach, and of what their programs do. */
export const programsTable: Record<string, Expectation[]> = {
  'GET /concepts': signedIn(),
  'GET /concepts/new': signedIn(),
  'POST /concepts/new': signedIn({ form: () => ({ kind: 'style', name: 'zorp' }) }),
  'POST /concepts/import': refused(
    { name: 'zorp' },
    { file: Buffer.from('no word'), fileField: 'file', others: 'nothing' },
  ),
  'GET /concepts/:conceptId': rows({ kept: OWN, shared: CLASS }, (world, row) =>
    ofConcept(row)(world),
  ),
  'GET /concepts/:conceptId/file': rows({ kept: OWN, shared: CLASS }, (world, row) =>
    ofConcept(row)(world),
  ),
  'POST /concepts/:conceptId': [
    ...changeConcept(['maker'], 'a picture more', ({ pictures }) => ({
      intent: 'add-picture',
      pictureId: pictures.approved.pictureId,
    })),
    ...changeConcept([], 'a picture of somebody else', ({ pictures }) => ({
      intent: 'add-picture',
      pictureId: pictures.leavers.pictureId,
    })),
    ...changeConcept(['maker'], 'a picture less', ({ pictures }) => ({
      intent: 'remove-picture',
      pictureId: pictures.upload.pictureId,
    })),
    ...changeConcept(['maker'], 'a caption', ({ pictures }) => ({
      intent: 'caption',
      pictureId: pictures.upload.pictureId,
      caption: 'by a lake',
    })),
    ...changeConcept(['teacher'], 'sharing', () => ({ intent: 'share' })),
    ...changeConcept(OWN, 'its end', () => ({ intent: 'delete' }), ['maker']),
  ],

  'GET /programs': signedIn({ asks: ['maker'] }),
  'GET /programs/api': signedIn(),
  'GET /programs/tokens': signedIn(),
  'POST /programs/tokens': [
    ...signedIn({ form: () => ({ intent: 'create', name: 'A program', scopes: 'log:read' }) }),
    ...only(['maker'], {
      of: 'taking one back',
      form: ({ tokenIds }) => ({ intent: 'revoke', tokenId: tokenIds.maker! }),
      inArchive: ['maker'],
    }),
  ],
  'GET /programs/renders': signedIn(),
  'POST /programs/renders': [
    ...signedIn({
      form: () => ({ intent: 'create', name: 'Each day', template: 'a red house', often: 'call' }),
    }),
    ...changeRender('pause', ['maker']),
    ...changeRender('resume'),
    ...changeRender('run'),
    ...changeRender('remove', ['maker']),
  ],
  'GET /programs/tables': signedIn(),
  'GET /programs/tables/new': signedIn(),
  'POST /programs/tables/new': signedIn({
    form: () => ({ intent: 'start', data: 'animal\nfox', template: 'a {animal}' }),
  }),
  'GET /programs/tables/:tableId': only(OWN, { params: ofTable }),
  'POST /programs/tables/:tableId': [...changeTable('resume'), ...changeTable('replay')],
  'GET /programs/tables/:tableId/contact-sheet.png': only(OWN, { params: ofTable }),
  'GET /programs/tables/:tableId/pictures.zip': only(OWN, { params: ofTable }),
  'GET /programs/tables/:tableId/table.csv': only(OWN, { params: ofTable }),
};
