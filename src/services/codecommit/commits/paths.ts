import { invalidPath } from '../errors.ts';

const MAX_LENGTH = 4096;
const MAX_DEPTH = 20;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const CONTROL = /[\u0000-\u001f\u007f]/;
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** A path of a file in a repository, without the slash it may begin with; paths git or a checkout could stumble over are refused. */
export function checkPath(path: string): string {
  const plain = path.replace(/^\//, '');
  const parts = plain.split('/');
  const wrong =
    plain === '' ||
    plain.length > MAX_LENGTH ||
    parts.length > MAX_DEPTH + 1 ||
    CONTROL.test(plain) ||
    parts.some(isForbidden);
  if (wrong) throw invalidPath(path);
  return plain;
}

function isForbidden(part: string): boolean {
  return part === '' || part === '.' || part === '..' || isGitDirectory(part);
}

/** Also under the names by which the file systems of Windows and macOS find it. */
function isGitDirectory(part: string): boolean {
  const [plain = ''] = part.replaceAll(IGNORED_BY_HFS, '').split(/[\\:]/);
  return /^(?:\.git|git~1)[ .]*$/i.test(plain);
}
