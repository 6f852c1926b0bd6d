import * as React from 'react';
import * as runtime from 'react/jsx-runtime';

/** Contentlayer compiles a story to a function body that wants React; it is our own content, run on the server only. */
export function StoryBody({ code }: { code: string }) {
  const compiled = new Function('React', 'ReactDOM', '_jsx_runtime', code) as (...scope: unknown[]) => {
    default: React.ComponentType;
  };
  const Body = compiled(React, {}, runtime).default;
  return (
    <div className="story">
      <Body />
    </div>
  );
}
