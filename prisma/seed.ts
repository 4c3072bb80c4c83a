/** What the start asks for before the site opens: made-up people for a demo, or the first admin's link. */
export { ensureAdminLink } from '#app/features/accounts/ensure-admin-link.server.ts';
export { seedDemo } from '#app/features/accounts/seed-demo.server.ts';
