import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Prose } from '#app/components/prose.tsx';
import type { Block, Inline } from '#lessons/blocks.ts';
import { LESSON_LANGUAGE } from './lesson-language.ts';
import { LessonPictures } from './lesson-pictures.tsx';
import css from './lesson-text.module.css';
import type { PictureCaption } from './student-step.ts';

interface LessonTextProps {
  slug: string;
  blocks: Block[];
  captions: Record<string, PictureCaption>;
}

/** A lesson's text: running words, and rows of pictures between them. */
export function LessonText({ slug, blocks, captions }: LessonTextProps) {
  if (blocks.length === 0) return null;
  return (
    <div className={css.text}>
      {groupWords(blocks).map((group, index) =>
        Array.isArray(group) ? (
          <Prose key={index} lang={LESSON_LANGUAGE}>
            {group.map((block, at) => (
              <Fragment key={at}>{drawBlock(block)}</Fragment>
            ))}
          </Prose>
        ) : (
          <LessonPictures key={index} slug={slug} pictures={group.pictures} captions={captions} />
        ),
      )}
    </div>
  );
}

type PicturesBlock = Extract<Block, { type: 'pictures' }>;

/** Blocks of words that follow each other are one text; rows of pictures stand between texts. */
function groupWords(blocks: Block[]): (Block[] | PicturesBlock)[] {
  const groups: (Block[] | PicturesBlock)[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.type === 'pictures') groups.push(block);
    else if (Array.isArray(last)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function drawBlock(block: Block): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{drawInlines(block.children)}</p>;
    case 'heading':
      return <h3>{drawInlines(block.children)}</h3>;
    case 'prompt':
      return <p className={css.prompt}>{block.value}</p>;
    case 'quote':
      return <blockquote>{drawBlocks(block.blocks)}</blockquote>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((blocks, index) => (
            <li key={index}>{drawItem(blocks)}</li>
          ))}
        </List>
      );
    }
    case 'pictures':
      return null;
  }
}

function drawBlocks(blocks: Block[]): ReactNode {
  return blocks.map((block, index) => <div key={index}>{drawBlock(block)}</div>);
}

/** An item of one paragraph needs no paragraph of its own. */
function drawItem(blocks: Block[]): ReactNode {
  const [only] = blocks;
  return blocks.length === 1 && only?.type === 'paragraph'
    ? drawInlines(only.children)
    : drawBlocks(blocks);
}

function drawInlines(inlines: Inline[]): ReactNode {
  return inlines.map((inline, index) => {
    switch (inline.type) {
      case 'text':
        return inline.value;
      case 'prompt':
        return <code key={index}>{inline.value}</code>;
      case 'strong':
        return <strong key={index}>{drawInlines(inline.children)}</strong>;
      case 'emphasis':
        return <em key={index}>{drawInlines(inline.children)}</em>;
      case 'break':
        return <br key={index} />;
      case 'link':
        return inline.href.startsWith('/') ? (
          <Link key={index} to={inline.href}>
            {drawInlines(inline.children)}
          </Link>
        ) : (
          <a key={index} href={inline.href} rel="noreferrer">
            {drawInlines(inline.children)}
          </a>
        );
    }
  });
}
