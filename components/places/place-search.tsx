'use client';

import { useCombobox } from 'downshift';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type SearchEntry, type SearchHit, type SearchIndex, search, searchValue } from '@/lib/places/search';
import { Icon } from '../ui/icon';
import { SearchResult } from './search-result';
import { useSearchIndex } from './use-search-index';

/** What is chosen: as it stands in the address (`place.jiefangbei`, `106.57287,29.55931`), and as the field shows it. */
export interface PlaceChoice {
  value: string;
  label: string;
}

export interface PlaceSearchProps {
  id: string;
  /** Of the hidden field that a form sends. */
  name: string;
  label: string;
  /** The choice from outside; another one replaces what stands in the field. */
  value?: PlaceChoice | undefined;
  /** A choice was made, or taken back: then the value is empty. */
  onChoose?: (value: string, entry?: SearchEntry) => void;
  /** The names could not be loaded: time to show a plain list. */
  onUnavailable?: () => void;
  /** Where the names come from; without it from the file of the page's language. */
  loadIndex?: () => Promise<SearchIndex>;
  isRequired?: boolean;
  /** What has to be known of a choice before it is made. */
  noteOf?: (value: string) => string | undefined;
  /** Beside or under the field: "my position" and the like. */
  children?: ReactNode;
}

type Choice = PlaceChoice & { hit?: SearchHit };

const { InputChange, InputBlur, InputKeyDownEscape, InputKeyDownEnter, ItemClick } =
  useCombobox.stateChangeTypes;

/** A field that finds walks, places, stations and streets by name, in any language and spelling: a combobox after ARIA 1.2. */
export function PlaceSearch({
  id,
  name,
  label,
  value,
  onChoose,
  onUnavailable,
  loadIndex,
  isRequired = false,
  noteOf,
  children,
}: PlaceSearchProps) {
  const t = useTranslations('PlaceSearch');
  const { index, isUnavailable, load } = useSearchIndex(loadIndex, onUnavailable);
  const [text, setText] = useState(value?.label ?? '');
  const items = useMemo(
    (): Choice[] =>
      index
        ? search(index, text).map((hit) => ({ value: searchValue(hit.entry), label: hit.entry.name, hit }))
        : [],
    [index, text],
  );
  const input = useRef<HTMLInputElement>(null);

  const combobox = useCombobox<Choice>({
    id: `${id}-search`,
    inputId: id,
    labelId: `${id}-label`,
    menuId: `${id}-results`,
    items,
    itemToString: (item) => item?.label ?? '',
    itemToKey: (item) => item?.value,
    initialSelectedItem: value ?? null,
    onInputValueChange: ({ inputValue }) => setText(inputValue),
    stateReducer: ({ selectedItem }, { type, changes }) => {
      // Another text is another question: what was chosen no longer stands.
      if (type === InputChange)
        return { ...changes, selectedItem: changes.inputValue === selectedItem?.label ? selectedItem : null };
      // Whoever has written a whole name and goes on has chosen it, if only one thing has that name.
      const [first, second] = items;
      const isOnlyOne = first?.hit?.match === 'exact' && second?.hit?.match !== 'exact';
      if (type === InputBlur && !changes.selectedItem && first && isOnlyOne)
        return { ...changes, selectedItem: first, inputValue: first.label };
      return changes;
    },
    onStateChange: ({ type, selectedItem, inputValue }) => {
      if (selectedItem && (type === ItemClick || type === InputKeyDownEnter || type === InputBlur))
        onChoose?.(selectedItem.value, selectedItem.hit?.entry);
      if (inputValue === '' && (type === InputChange || type === InputKeyDownEscape)) onChoose?.('');
    },
  });
  const { selectedItem, selectItem, setHighlightedIndex, highlightedIndex } = combobox;
  const isOpen = combobox.isOpen && items.length > 0;
  const isAsking = combobox.isOpen && text.trim() !== '' && selectedItem === null;

  // A choice from outside (my position, a point on the map, the other way round) replaces what stands here; so does a better name for it.
  const outside = useRef(value);
  useEffect(() => {
    const before = outside.current;
    outside.current = value;
    const isOther = before?.value !== value?.value && value?.value !== selectedItem?.value;
    const isRenamed =
      before?.value === value?.value &&
      before?.label !== value?.label &&
      value?.value === selectedItem?.value;
    if (isOther || isRenamed) selectItem(value ?? null);
  }, [value, selectedItem, selectItem]);

  // Enter takes the best answer without a key before it.
  useEffect(() => setHighlightedIndex(items.length > 0 ? 0 : -1), [items, setHighlightedIndex]);

  const isUnchosen = text.trim() !== '' && selectedItem === null;
  useEffect(() => input.current?.setCustomValidity(isUnchosen ? t('choose') : ''), [isUnchosen, t]);

  const clear = () => {
    selectItem(null);
    onChoose?.('');
    input.current?.focus();
  };

  return (
    <div className="flex flex-col gap-1">
      <label {...combobox.getLabelProps()} htmlFor={id} className="text-sm text-soft">
        {label}
      </label>
      <div className="relative">
        <div className="flex border border-rule-strong bg-raised focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-cinnabar">
          <input
            {...combobox.getInputProps({
              ref: input,
              onFocus: load,
              onKeyDown: leaveKeysToInputMethod,
              'aria-expanded': isOpen,
            })}
            required={isRequired}
            enterKeyHint="done"
            autoCapitalize="off"
            spellCheck={false}
            placeholder={t('placeholder')}
            className="min-h-target w-full min-w-0 bg-transparent px-2.5 text-ink outline-none placeholder:text-soft"
          />
          {text !== '' && (
            <button
              type="button"
              onClick={clear}
              aria-label={t('clear', { field: label })}
              className="flex size-target shrink-0 cursor-pointer items-center justify-center text-soft hover:text-cinnabar"
            >
              <Icon name="close" />
            </button>
          )}
        </div>
        <ul
          {...combobox.getMenuProps()}
          hidden={!isOpen}
          className="absolute inset-x-0 top-full z-40 mt-1 max-h-[min(26rem,60dvh)] overflow-y-auto border border-rule-strong bg-raised shadow-card"
        >
          {isOpen &&
            items.map((item, place) => (
              <li
                key={item.value}
                {...combobox.getItemProps({ item, index: place })}
                className={`cursor-pointer ${place === highlightedIndex ? 'bg-jade-wash' : ''}`}
              >
                {item.hit && <SearchResult entry={item.hit.entry} note={noteOf?.(item.value)} />}
              </li>
            ))}
        </ul>
      </div>
      <input type="hidden" name={name} value={selectedItem?.value ?? ''} />
      <p role="status" className={isOpen ? 'sr-only' : 'text-sm text-soft empty:hidden'}>
        {isUnavailable
          ? t('unavailable')
          : isAsking && (index ? t('count', { count: items.length }) : t('loading'))}
      </p>
      {children}
    </div>
  );
}

/** Enter, Escape and arrows belong to the input method as long as a Chinese, Japanese or Korean word is being composed. */
function leaveKeysToInputMethod({ nativeEvent }: KeyboardEvent) {
  // Safari ends the composition before the key that ended it; 229 is what that key says.
  if (nativeEvent.isComposing || nativeEvent.keyCode === 229)
    Object.assign(nativeEvent, { preventDownshiftDefault: true });
}
