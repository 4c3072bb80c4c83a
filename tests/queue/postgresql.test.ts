import '../database/own-database.ts';
import { describePictures } from './picture-suite.ts';

describePictures('PostgreSQL');
