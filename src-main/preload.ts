// The only bridge between the page and Electron main.
export {};
