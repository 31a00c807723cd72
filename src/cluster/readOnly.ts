/** The one place that decides what may be sent: reading, and asking what one may do. Anything else throws before it leaves. */

const REVIEWS = new Set([
  '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
  '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
]);

/** Subresources that act although they are asked for with GET. */
const ACTING = /\/(?:proxy|exec|attach|portforward)(?:\/|$)/;

/** Throws a TypeError: only a mistake of this program can get here. */
export function assertReadOnly(method: string, path: string): void {
  const [plain = '', query = ''] = path.split('?');
  if (method === 'POST' && REVIEWS.has(plain) && query === '') return;
  if (method !== 'GET') throw new TypeError(`${method} is not a read: refused`);
  if (!plain.startsWith('/') || plain.includes('//') || plain.includes('..'))
    throw new TypeError('not a path: refused');
  const decoded = decodeURIComponent(plain);
  if (ACTING.test(decoded)) throw new TypeError('an acting subresource: refused');
  if (/(?:^|\/)secrets(?:\/|$)/.test(decoded)) throw new TypeError('Secrets are not read: refused');
  if (/(?:^|&)watch=/.test(query)) throw new TypeError('nothing is watched: refused');
}
