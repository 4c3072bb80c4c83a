// Imported before everything else by tests that sign in as the demo class: settings are read once.
process.env.EASEL_DEMO = 'on';
