import '../database/own-database.ts';
import { describeSchedules } from './schedule-suite.ts';

describeSchedules('PostgreSQL');
