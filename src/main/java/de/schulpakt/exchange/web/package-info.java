/** Pages of imports of every kind, the worker that runs them, and what they have found to take away. */
package de.schulpakt.exchange.web;
