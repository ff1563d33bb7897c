/**
 * Loaded before any TypeScript (`node --import`): stripped and compiled code is kept between starts. From then on
 * neither the type stripper (18 MB) nor the compiler is needed, and a start takes a third of the time.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
