/** The use cases: accept statements, accept verdicts, join them into claims, deliver claims, decide held ones. Must not know adapters. */
package energy.registry.ingest.application;
