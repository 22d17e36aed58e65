import type { TranslationBundle } from '@jupyterlab/translation';
import type { HelpRequest } from './helpRequest';

/** How the request for help stands, in words; nothing while there is none. */
export function helpWords(
  request: HelpRequest,
  trans: TranslationBundle
): string | undefined {
  const teacher = request.news?.teacher ?? trans.__('A teacher');
  const position = request.news?.position;
  switch (request.state) {
    case 'off':
      return undefined;
    case 'sending':
      return trans.__('Your request is on its way.');
    case 'waiting':
      return typeof position === 'number'
        ? trans.__('You are number %1 in the queue.', position)
        : trans.__('You are in the queue.');
    case 'claimed':
      return trans.__('%1 has seen your request.', teacher);
    case 'on_my_way':
      return trans.__('%1 is coming.', teacher);
    case 'resolved':
      return trans.__('Your request has been answered.');
  }
}
