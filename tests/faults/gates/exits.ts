/** A gate whose process ends at once. */
process.exit(3);
