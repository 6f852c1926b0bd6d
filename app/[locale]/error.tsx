'use client';

const words = {
  'zh-CN': { title: '这一页出了点问题', again: '再试一次' },
  'zh-Hant': { title: '這一頁出了點問題', again: '再試一次' },
  en: { title: 'Something went wrong on this page', again: 'Try again' },
  ja: { title: 'このページで問題が起きました', again: 'もう一度試す' },
  ko: { title: '이 페이지에 문제가 생겼습니다', again: '다시 시도' },
} as const;

/** Last resort: its few words are here because the messages may be what failed. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  // The document may have failed before it had a language: the address always has one.
  const locale = location.pathname.split('/')[1] ?? '';
  const { title, again } = Object.hasOwn(words, locale)
    ? words[locale as keyof typeof words]
    : words['zh-CN'];
  return (
    <main className="mx-auto max-w-3xl px-4 py-16">
      <h1 className="text-3xl">{title}</h1>
      <button type="button" onClick={reset} className="mt-6 min-h-target bg-cinnabar px-6 text-on-cinnabar">
        {again}
      </button>
    </main>
  );
}
