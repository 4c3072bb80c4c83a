/** Lessons are written in English, whatever the language around them; a screen reader reads them as such. */
export const LESSON_LANGUAGE = 'en';
