import nodemailer, { type TransportOptions } from 'nodemailer';
import type { Mail } from './compose';

/** How sending ended: `failed` may work later, `refused` never will. */
export type SendResult = 'sent' | 'failed' | 'refused';

export interface MailSender {
  send(message: Mail & { to: string; id: string; stopUrl: string }): Promise<SendResult>;
  close(): void;
}

/** A sender over SMTP. One connection serves several messages; every wait has an end. */
export function openMail(address: string, from: string): MailSender {
  const host = URL.canParse(address) ? new URL(address).hostname : 'localhost';
  const transport = nodemailer.createTransport({
    url: address,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    // Files and addresses in a message are nothing we write.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as TransportOptions);
  return {
    async send({ to, id, stopUrl, subject, text, html }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          // The same for every attempt: a mailbox that gets it twice can tell.
          messageId: `<${id}@${host}>`,
          headers: {
            'List-Unsubscribe': `<${stopUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            'Auto-Submitted': 'auto-generated',
          },
        });
        return 'sent';
      } catch (error) {
        const { responseCode, command } = error as { responseCode?: number; command?: string };
        // 5xx about the receiver or the message stays; one about our own login is mended by the operator.
        const isFinal = responseCode !== undefined && responseCode >= 500 && command !== 'AUTH PLAIN';
        return isFinal && /^(RCPT TO|DATA|MAIL FROM)$/.test(command ?? '') ? 'refused' : 'failed';
      }
    },
    close: () => transport.close(),
  };
}
