/** The page of the rules of an application, their part in other pages, and their resource. */
package de.schulpakt.funding.rule.web;
