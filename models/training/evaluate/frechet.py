"""Fréchet distance between two sets of feature vectors."""

import torch


def frechet_distance(first: torch.Tensor, second: torch.Tensor) -> float:
    """
    Distance of the two normal distributions fitted to features [N, D] (M. Heusel et al., 2017):
    |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)).
    """
    first, second = first.double(), second.double()
    gap = ((first.mean(0) - second.mean(0)) ** 2).sum()
    one, two = torch.cov(first.T), torch.cov(second.T)
    # tr((C1 C2)^(1/2)) from the symmetric C1^(1/2) C2 C1^(1/2), whose eigenvalues are the same.
    values, vectors = torch.linalg.eigh(one)
    root = vectors @ torch.diag(values.clamp(min=0).sqrt()) @ vectors.T
    shared = torch.linalg.eigvalsh(root @ two @ root).clamp(min=0).sqrt().sum()
    return (gap + one.trace() + two.trace() - 2 * shared).item()
