/** Pages and REST resources of corrections of budgets. */
package de.schulpakt.funding.correction.web;
