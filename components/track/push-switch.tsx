'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** A scope of its own: a registration of the whole portal would take the place of the offline service worker. */
const scope = '/push-news/';

type Said = 'isOn' | 'isOff' | 'denied' | 'failed' | 'tooMany';

async function fingerprintOf(endpoint: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 32);
}

async function waitUntilActive(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting;
  if (registration.active || !worker) return;
  await new Promise<void>((resolve) =>
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
    }),
  );
}

/** Lets this browser be told, or not any more. Is there only where the browser can. */
export function PushSwitch({
  address,
  pushKey,
  browsers,
}: {
  address: string;
  pushKey: string;
  /** Fingerprints of the browsers that are told already. */
  browsers: readonly string[];
}) {
  const t = useTranslations('TrackPage.push');
  const [isOn, setOn] = useState<boolean>();
  const [said, setSaid] = useState<Said>();
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    if (!('serviceWorker' in navigator && 'PushManager' in window && window.isSecureContext)) return;
    (async () => {
      const registration = await navigator.serviceWorker.getRegistration(scope);
      // The registration of the whole portal answers too, where ours is not there yet.
      const isOurs = registration && new URL(registration.scope).pathname === scope;
      const kept = isOurs ? await registration.pushManager.getSubscription() : null;
      setOn(kept !== null && browsers.includes(await fingerprintOf(kept.endpoint)));
    })().catch(() => setOn(false));
  }, [browsers]);

  const tell = (subscription: PushSubscription, stop: boolean) =>
    fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ subscription, ...(stop && { stop }) }),
    });

  async function turnOn(): Promise<Said> {
    if ((await Notification.requestPermission()) !== 'granted') return 'denied';
    const registration = await navigator.serviceWorker.register('/push-worker.js', { scope });
    await waitUntilActive(registration);
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: pushKey,
    });
    const response = await tell(subscription, false);
    if (response.ok) setOn(true);
    return response.ok ? 'isOn' : response.status === 409 ? 'tooMany' : 'failed';
  }
  async function turnOff(): Promise<Said> {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    // The subscription itself stays: other suggestions may use it.
    const subscription = await registration?.pushManager.getSubscription();
    const response = subscription && (await tell(subscription, true));
    if (!response?.ok) return 'failed';
    setOn(false);
    return 'isOff';
  }

  if (isOn === undefined) return null;
  return (
    <div className="mt-3">
      <button
        type="button"
        disabled={isBusy}
        className="min-h-target cursor-pointer border border-rule-strong bg-raised px-5 hover:border-cinnabar"
        onClick={async () => {
          setBusy(true);
          setSaid(await (isOn ? turnOff() : turnOn()).catch(() => 'failed' as const));
          setBusy(false);
        }}
      >
        {t(isOn ? 'off' : 'on')}
      </button>
      <p role="status" className="mt-1 text-sm">
        {said && t(said)}
      </p>
    </div>
  );
}
