import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { PHOTO_LIMIT } from '@/lib/feedback/submission';
import type { KeptPhoto } from './browser-store';
import { FieldFault } from './error-summary';
import { fieldId, type ShownFault } from './fault-text';
import { LabelHeading } from './step-heading';

/** A photo to look at: on this device, or in the draft on the server. */
export type ShownPhoto = { id: string; href: string };

/** Addresses of blobs, given back when they are no longer shown. */
export function useBlobPhotos(photos: readonly KeptPhoto[]): ShownPhoto[] {
  const [shown, setShown] = useState<ShownPhoto[]>([]);
  useEffect(() => {
    const made = photos.map(({ id, blob }) => ({ id, href: URL.createObjectURL(blob) }));
    setShown(made);
    return () => {
      for (const { href } of made) URL.revokeObjectURL(href);
    };
  }, [photos]);
  return shown;
}

export function PhotoList({
  photos,
  action,
}: {
  photos: readonly ShownPhoto[];
  action?: (photo: ShownPhoto, number: number) => ReactNode;
}) {
  const t = useTranslations('FeedbackForm');
  if (photos.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-4">
      {photos.map((photo, index) => (
        <li key={photo.id} className="w-36">
          <img
            src={photo.href}
            alt={t('photos.alt', { number: String(index + 1) })}
            className="h-28 w-full border border-rule object-cover"
          />
          {action?.(photo, index + 1)}
        </li>
      ))}
    </ul>
  );
}

/** Where a photo was taken, offered and never taken by itself; once it is used, that it is. */
function PhotoPlace({ name, isTaken, onTake, onLeave }: PhotoPlaceOffer) {
  const t = useTranslations('FeedbackForm.photos');
  const question = useTranslations('FeedbackForm.place')('title');
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box} role="status" tabIndex={-1} className="mt-4 border-s-4 border-jade bg-raised px-4 py-3">
      <p>{isTaken ? t('placeTaken', { name, question }) : t('placeFound', { name })}</p>
      {!isTaken && (
        <>
          <p className="text-sm text-soft">{t('placeHint')}</p>
          <p className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
            <button
              type="button"
              className="min-h-target cursor-pointer border border-rule-strong bg-paper px-5 hover:border-cinnabar"
              onClick={() => {
                onTake();
                // The button goes; who listens hears what has come of it.
                box.current?.focus();
              }}
            >
              {t('placeTake')}
            </button>
            <button
              type="button"
              className="min-h-target cursor-pointer text-jade underline underline-offset-4"
              onClick={onLeave}
            >
              {t('placeLeave')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

export interface PhotoPlaceOffer {
  name: string;
  isTaken: boolean;
  onTake: () => void;
  onLeave: () => void;
}

/** Photos of what it is about. Without scripts they are uploaded by a button of their own, and removed by one each. */
export function PhotosField({
  photos,
  faults,
  isLive,
  isWorking,
  place,
  onAdd,
  onRemove,
}: {
  photos: readonly ShownPhoto[];
  faults: readonly ShownFault[];
  isLive: boolean;
  isWorking: boolean;
  place: PhotoPlaceOffer | undefined;
  onAdd: (files: File[]) => void;
  onRemove: (id: string) => void;
}) {
  const t = useTranslations('FeedbackForm');
  const isFull = photos.length >= PHOTO_LIMIT;
  const removeLook =
    'inline-flex min-h-target cursor-pointer items-center text-sm text-jade underline underline-offset-4';
  return (
    <>
      <LabelHeading
        title={t('photos.title')}
        isOptional
        field="photos"
        hint={t('photos.hint', { most: String(PHOTO_LIMIT) })}
      />
      <div className="mt-5">
        <PhotoList
          photos={photos}
          action={({ id }, number) => (
            <button
              type={isLive ? 'button' : 'submit'}
              name="remove"
              value={id}
              className={removeLook}
              onClick={isLive ? () => onRemove(id) : undefined}
            >
              {t('photos.remove', { number: String(number) })}
            </button>
          )}
        />
      </div>
      <FieldFault field="photos" faults={faults} kind={undefined} />
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <input
          id={fieldId('photos')}
          name="photos"
          type="file"
          accept="image/*"
          multiple
          disabled={isFull && isLive}
          aria-describedby={`${fieldId('photos')}-hint`}
          // The browser's own button speaks the browser's language; where scripts run, ours stands for it.
          className={
            isLive
              ? 'peer sr-only'
              : 'min-h-target max-w-full border border-rule-strong bg-raised text-soft file:me-3 file:min-h-target file:border-0 file:bg-sunk file:px-5 file:text-ink'
          }
          onChange={
            isLive
              ? ({ currentTarget }) => {
                  onAdd([...(currentTarget.files ?? [])]);
                  currentTarget.value = '';
                }
              : undefined
          }
        />
        {isLive && !isFull && (
          <label
            htmlFor={fieldId('photos')}
            className="inline-flex min-h-target cursor-pointer items-center border border-rule-strong bg-raised px-6 hover:border-cinnabar peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-cinnabar"
          >
            {t('photos.choose')}
          </label>
        )}
        {!isLive && (
          <button
            type="submit"
            name="upload"
            value="yes"
            className="min-h-target cursor-pointer border border-rule-strong bg-raised px-5 noscript:block hidden"
          >
            {t('photos.upload')}
          </button>
        )}
      </div>
      <p role="status" className="mt-2 text-soft">
        {isWorking ? t('photos.working') : ''}
      </p>
      {place && !isWorking && <PhotoPlace {...place} />}
    </>
  );
}
