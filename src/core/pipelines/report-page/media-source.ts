import { InputError } from '../../base/errors.ts';

/**
 * A `data:` URL of a picture or video, or a path relative to the page, ready for an attribute.
 * @throws InputError for anything that a browser would fetch from elsewhere
 */
export function mediaSource(src: string): string {
  if (/^data:(video|image)\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=]*$/.test(src)) return src;
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(src);
  if (hasScheme || /^[/\\]/.test(src) || src === '') {
    throw new InputError(`a report cannot show "${src.slice(0, 80)}"`, {
      remedy: 'Give a data: URL (base64) or a path relative to the page.',
    });
  }
  return src.split(/[\\/]/).map(encodeURIComponent).join('/');
}
