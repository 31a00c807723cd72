/** Writing a profile into the securityContext of a pod or container, merging with what is there. */
import { type Converter } from '../convert/converter';
import { message } from '../model/message';
import { asMap, type MapView } from '../yaml/view';
import { areTogether, entriesAt, type Entry } from './places';

export interface Profile {
  readonly type: 'RuntimeDefault' | 'Unconfined' | 'Localhost';
  readonly localhostProfile?: string;
}

export type ProfileKey = 'seccompProfile' | 'appArmorProfile';

/** What an annotation's value says; undefined for a value that no release knew. */
export function profileOf(value: string): Profile | undefined {
  if (value === 'runtime/default' || value === 'docker/default') return { type: 'RuntimeDefault' };
  if (value === 'unconfined') return { type: 'Unconfined' };
  const path = /^localhost\/(.+)$/.exec(value)?.[1];
  return path === undefined ? undefined : { type: 'Localhost', localhostProfile: path };
}

/** The profile in a pod's or container's securityContext beside an annotation; undefined where there is none. */
export function profileBeside(
  annotation: Entry,
  owner: MapView | undefined,
  key: ProfileKey,
): Partial<Profile> | undefined {
  const entry = entriesAt(owner, 'securityContext', key)
    .filter(each => areTogether(annotation, each))
    .at(-1);
  const found = entry && asMap(entry.view.document, entry.value);
  const type = found?.peekText('type') as Profile['type'] | undefined;
  const path = found?.peekText('localhostProfile');
  return entry && { ...(type !== undefined && { type }), ...(path !== undefined && { localhostProfile: path }) };
}

export function sameProfile(a: Partial<Profile> | undefined, b: Partial<Profile> | undefined): boolean {
  return a?.type === b?.type && a?.localhostProfile === b?.localhostProfile;
}

/** Sets `securityContext.<key>` of a pod's or container's map. The same profile there already is left alone, another one stops the fix. */
export function setProfile(c: Converter, owner: MapView, key: ProfileKey, profile: Profile): void {
  const { type, localhostProfile } = profile;
  const entries = [{ key: 'type', value: type as string }];
  if (localhostProfile !== undefined) entries.push({ key: 'localhostProfile', value: localhostProfile });
  const context = c.map(owner, 'securityContext');
  if (context) {
    if (!c.has(context, key)) return c.edits.append(context, [{ key, value: { entries } }]);
    const existing = c.map(context, key);
    const same =
      existing &&
      c.scalar(existing, 'type')?.text === type &&
      c.scalar(existing, 'localhostProfile')?.text === localhostProfile;
    if (!same) c.manual(message('fields.manual.differs', { field: `securityContext.${key}` }));
    return;
  }
  const added = { key: 'securityContext', value: { entries: [{ key, value: { entries } }] } };
  const empty = c.field(owner, 'securityContext');
  if (empty) c.edits.replacePair(owner, empty.pair, [added]);
  else c.edits.append(owner, [added]);
}
