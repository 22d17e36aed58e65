import { Notification } from '@jupyterlab/apputils';
import type { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { askRecipient } from './sending/serverTransport';

/** Milliseconds for which the notice stays. */
const NOTICE_TIME = 15_000;

/** Says once, when JupyterLab has started, that runs are sent, and to whom. */
export async function giveNotice(
  settings: ServerConnection.ISettings,
  trans: TranslationBundle
): Promise<void> {
  const recipient = await askRecipient(settings);
  if (recipient === undefined) {
    Notification.warning(
      trans.__(
        'Cell Monitor cannot reach its server extension: runs are not sent.'
      ),
      { autoClose: NOTICE_TIME }
    );
    return;
  }
  Notification.info(
    trans.__(
      'The cells you run, with code and outputs, are sent to your teacher (%1) as "%2".',
      recipient.url,
      recipient.userName
    ),
    { autoClose: NOTICE_TIME }
  );
}
