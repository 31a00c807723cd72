/** What a key means, as the hover and the completion's side panel tell it. */
import { type Explanation } from '../model/fix';
import { message, type Message } from '../model/message';
import { allowedWords, bothWords, type EciCatalog, type EciRow } from './catalog';

/** Title, what it takes, where it belongs, since when, how sure that is, and the pages. */
export function describe(row: EciRow, catalog: EciCatalog): Explanation {
  const rows: Explanation['rows'][number][] = [];
  const add = (key: string, value: Message | null): void => {
    if (value) rows.push({ label: message(`eci.hover.${key}`), value });
  };
  add('allowed', allowedWords(row));
  add('place', placeWords(row));
  add('state', stateWords(row));
  add('since', message('eci.since'));
  if (row.certainty !== 'documented') add('certainty', message(`eci.certainty.${row.certainty}`));
  return {
    title: message('eci.hover.title', { key: row.key, meaning: bothWords(row.meaning) }),
    rows,
    changes: [],
    onThisFile: [],
    advice: row.on === 'pod' && row.state !== 'readonly' ? [message('eci.hover.atCreation')] : [],
    sources: catalog.sourcesOf(row),
  };
}

export function placeWords(row: EciRow): Message {
  return message(row.on === 'label' && row.namespace ? 'eci.place.labelOrNamespace' : `eci.place.${row.on}`);
}

function stateWords(row: EciRow): Message | null {
  if (row.state === 'readonly') return message('eci.state.readonly');
  if (row.state === 'active') return null;
  return row.successor ? message('eci.state.renamed', { key: row.successor.key }) : message('eci.state.old');
}
