"use client";
import { unstable_rethrow } from "next/navigation";
import { Component, type ReactNode } from "react";

/** A page that fails this often is not mended by building it once more. */
const MOST = 5;

/**
 * Builds what is inside anew where React lost its way in it, since a translator, an extension or something on the way
 * had changed the page under it. The forms come back with what was typed: `LiveForm` sees to that.
 */
export class Rebuilt extends Component<{ children: ReactNode }, { fault?: unknown }> {
  override state: { fault?: unknown } = {};
  #faults = 0;

  static getDerivedStateFromError(fault: unknown) {
    // Next leads to other pages by throwing
    unstable_rethrow(fault);
    return { fault };
  }

  override componentDidCatch() {
    this.#faults += 1;
  }

  override render() {
    if (this.#faults > MOST) throw this.state.fault;
    return this.props.children;
  }
}
