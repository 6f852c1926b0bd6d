import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import webPush from 'web-push';
import { publicLookup } from '@/lib/server/public-lookup';
import type { SendResult } from './mail';
import type { Subscription } from './subscription';

export interface PushSender {
  /** `gone`: the browser does not want it any more. */
  send(subscription: Subscription, payload: object): Promise<SendResult | 'gone'>;
}

const THREE_DAYS = 3 * 86_400;

/**
 * A sender of web push. The library seals and signs; the request is made here, because the address came from a browser and must not lead into the operator's
 * own network.
 */
export function openPush(
  vapidDetails: { publicKey: string; privateKey: string; subject: string },
  { lookup = publicLookup }: { lookup?: LookupFunction } = {},
): PushSender {
  return {
    async send(subscription, payload) {
      try {
        const { method, headers, body, endpoint } = webPush.generateRequestDetails(
          subscription,
          JSON.stringify(payload),
          { vapidDetails, TTL: THREE_DAYS, urgency: 'normal' },
        );
        const url = new URL(endpoint);
        const status = await new Promise<number>((resolve, reject) => {
          const request = (url.protocol === 'http:' ? httpRequest : httpsRequest)(
            url,
            { method, headers: { ...headers }, lookup, signal: AbortSignal.timeout(20_000) },
            (response) => {
              response.resume();
              resolve(response.statusCode ?? 0);
            },
          );
          request.on('error', reject);
          request.end(body);
        });
        if (status >= 200 && status < 300) return 'sent';
        if (status === 404 || status === 410) return 'gone';
        return status === 429 || status >= 500 ? 'failed' : 'refused';
      } catch {
        // No answer, a wrong name, or a key that cannot be used: tried again, and given up like everything else.
        return 'failed';
      }
    },
  };
}
